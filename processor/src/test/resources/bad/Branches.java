package bad;

import dev.longhand.Activation;
import dev.longhand.From;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Add;
import dev.longhand.layer.Concat;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.Input;
import dev.longhand.layer.Multiply;

class Branches {
    @Network(input = 4, loss = Loss.MEAN_SQUARED_ERROR)
    interface Misspelt {
        @Dense(units = 4)
        Layer hidden();

        @Add
        // error FROM_UNKNOWN at `"hiden"`: "sum" reads "hiden", but there's no such layer; did you mean "hidden"?
        @From({"hiden", "input"})
        Layer sum();

        @Dense(units = 1)
        // error FROM_UNKNOWN at `"elsewhere"`: "output" reads "elsewhere", but there's no such layer; name one declared before it
        @From("elsewhere")
        Layer output();
    }

    @Network(input = 4, loss = Loss.MEAN_SQUARED_ERROR)
    interface Backwards {
        @Dense(units = 4)
        // error FROM_LATER at `"late"`: "early" reads "late", which is declared after it; move "late" before "early"
        @From("late")
        Layer early();

        @Dense(units = 4)
        @From("input")
        Layer late();

        @Add
        @From({"early", "late"})
        Layer output();
    }

    @Network(input = 4, loss = Loss.MEAN_SQUARED_ERROR)
    interface Round {
        @Dense(units = 4)
        // error FROM_CYCLE at `"third"`: "first" reads "third", which needs "first" itself: first → third → second → first; let one of them read another layer
        @From("third")
        Layer first();

        @Dense(units = 4)
        Layer second();

        @Dense(units = 4)
        Layer third();

        @Dense(units = 4)
        // error FROM_CYCLE at `"itself"`: "itself" reads "itself", which needs "itself" itself: itself → itself; let one of them read another layer
        @From("itself")
        Layer itself();
    }

    @Network(input = 4, loss = Loss.MEAN_SQUARED_ERROR)
    interface Counts {
        // error FROM_SEVERAL at `@Add`: "alone" is @Add and joins two or more layers; name them, as in @From({"a", "b"})
        @Add
        Layer alone();

        @Multiply
        // error FROM_SEVERAL at `"input"`: "one" is @Multiply and joins two or more layers; name them, as in @From({"a", "b"})
        @From("input")
        Layer one();

        @Concat
        // error FROM_TWICE at `"one"})`: "twice" names "one" twice; name each layer once
        @From({"one", "one"})
        Layer twice();

        @Dense(units = 1)
        // error FROM_ONE at `{"one", "alone"}`: "output" is @Dense and reads one layer, but @From names 2; join them in a layer with @Add or @Concat
        @From({"one", "alone"})
        Layer output();
    }

    @Network(input = 4, loss = Loss.MEAN_SQUARED_ERROR)
    interface Empty {
        @Dense(units = 4)
        // error FROM_NONE at `{}`: @From of "hidden" names no layer; name the one that it reads, or remove @From
        @From({})
        Layer hidden();

        @Add
        // error FROM_SEVERAL at `{}`: "output" is @Add and joins two or more layers; name them, as in @From({"a", "b"})
        @From({})
        Layer output();
    }

    @Network(input = 4, loss = Loss.MEAN_SQUARED_ERROR)
    interface Ambiguous {
        @Dense(units = 4)
        Layer input();

        @Dense(units = 4)
        // error FROM_AMBIGUOUS at `"input"`: "hidden" reads "input", which is the name of the data and of a layer as well; rename the layer
        @From("input")
        Layer hidden();

        @Dense(units = 1)
        Layer output();
    }

    @Network(input = {4, 3}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Differ {
        @Flatten
        Layer flat();

        @Dense(units = 4)
        Layer narrow();

        // error SHAPES_DIFFER at `@Add`: "sum" is @Add, but "flat" is 12 and "narrow" is 4; give them the same shape, or use @Concat
        @Add
        @From({"flat", "narrow"})
        Layer sum();

        // error SHAPES_DIFFER at `@Concat`: "beside" is @Concat, but "input" is 4×3 and "narrow" is 4; all dimensions but the last must be the same
        @Concat
        @From({"input", "narrow"})
        Layer beside();

        @Concat
        @From({"sum", "beside"})
        Layer output();
    }

    @Network(input = {2, 3}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Same {
        @Flatten
        Layer flat();

        @Dense(units = 6)
        Layer learnt();

        // warning FLATTEN_FLAT at `@Flatten`: the input of "view" is 6 and flat already, so @Flatten does nothing; remove it
        @Flatten
        Layer view();

        @Add
        // error FROM_SAME at `"view"`: "sum" joins "learnt" and "view", which are the same numbers in two shapes; name one of them
        @From({"learnt", "view"})
        Layer sum();
    }

    @Network(input = 4, loss = Loss.MEAN_SQUARED_ERROR)
    interface Unread {
        @Dense(units = 4)
        // error LAYER_UNUSED at `idle`: no layer reads "idle", and the network's output is the last layer, "output"; name "idle" in a @From, or remove it
        Layer idle();

        @Dense(units = 1)
        @From("input")
        Layer output();
    }

    @Network(input = 4, loss = Loss.CROSS_ENTROPY)
    interface TwoOutputs {
        @Dense(units = 4)
        Layer hidden();

        @Dense(units = 3, activation = Activation.SOFTMAX)
        // error TWO_OUTPUTS at `kind`: "TwoOutputs" has two outputs, "kind" and "colour", but a network has one, its last layer; join them, or declare two networks
        Layer kind();

        @Dense(units = 5, activation = Activation.SOFTMAX)
        @From("hidden")
        Layer colour();
    }

    @Network(input = 4, loss = Loss.MEAN_SQUARED_ERROR)
    interface SecondInput {
        // error INPUT_BOTH at `@Input`: "more" is a second input beside the one that @Network gives; remove one of the two
        @Input(3)
        Layer more();

        @Dense(units = 1)
        Layer output();
    }

    @Network(loss = Loss.MEAN_SQUARED_ERROR)
    interface WrongInputs {
        // error LAYER_INPUT_EMPTY at `{}`: "nothing" has an empty shape; give that of this part of a sample, such as 5 or {28, 28, 1}
        @Input({})
        Layer nothing();

        @Input(3)
        // error INPUT_READS at `@From`: "reader" is @Input and reads the data, so it can't have @From; remove it
        @From("nothing")
        Layer reader();

        @Concat
        @From({"nothing", "reader"})
        Layer output();
    }

    @Network(loss = Loss.MEAN_SQUARED_ERROR)
    interface InputComesLast {
        @Dense(units = 1)
        // error FROM_NOTHING at `hidden`: "hidden" has nothing to read; name a layer declared before it in @From, such as one with @Input
        Layer hidden();

        @Input(3)
        Layer data();

        @Concat
        @From({"hidden", "data"})
        Layer output();
    }

    // error INPUT_MISSING at `@Network`: "NoInput" has no input; give the shape of one sample, such as input = 784 or input = {28, 28, 1}
    @Network(loss = Loss.MEAN_SQUARED_ERROR)
    interface NoInput {
        @Dense(units = 1)
        Layer output();
    }

    @Network(input = 4, loss = Loss.MEAN_SQUARED_ERROR)
    interface OnlyFrom {
        // error FROM_WITHOUT_LAYER at `@From`: @From on "nothing" has no effect without a layer's annotation; add one, such as @Add
        @From("input")
        // error METHOD_WITHOUT_ANNOTATION at `nothing`: the layer "nothing" has no annotation that says what it is; add one, such as @Dense(units = 10)
        Layer nothing();

        @Dense(units = 1)
        Layer output();
    }
}
