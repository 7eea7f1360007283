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
        // error FROM_UNKNOWN at `"hiden"`: "sum" reads "hiden", but there is no such layer; did you mean "hidden"?
        @From({"hiden", "input"})
        Layer sum();

        @Dense(units = 1)
        // error FROM_UNKNOWN at `"elsewhere"`: "output" reads "elsewhere", but there is no such layer; name one declared before it
        @From("elsewhere")
        Layer output();

        @Dense(units = 1)
        // error FROM_UNKNOWN at `"a\u202eb\u001b[2J"`: "last" reads "a\u202eb\u001b[2J", but there is no such layer; name one declared before it
        @From("a\u202eb\u001b[2J")
        Layer last();
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
        // error FROM_CYCLE at `"third"`: "first" reads "third", which itself depends on "first": first → third → second → first; let one of them read another layer
        @From("third")
        Layer first();

        @Dense(units = 4)
        Layer second();

        @Dense(units = 4)
        Layer third();

        @Dense(units = 4)
        // error FROM_CYCLE at `"itself"`: "itself" reads "itself", which itself depends on "itself": itself → itself; let one of them read another layer
        @From("itself")
        Layer itself();
    }

    @Network(input = 4, loss = Loss.MEAN_SQUARED_ERROR)
    interface Counts {
        // error FROM_SEVERAL at `@Add`: "alone" is @Add, which joins two or more layers; name them, as in @From({"a", "b"})
        @Add
        Layer alone();

        @Multiply
        // error FROM_SEVERAL at `"input"`: "one" is @Multiply, which joins two or more layers; name them, as in @From({"a", "b"})
        @From("input")
        Layer one();

        @Concat
        // error FROM_TWICE at `"one"})`: "twice" names "one" twice; name each layer once
        @From({"one", "one"})
        Layer twice();

        @Dense(units = 1)
        // error FROM_ONE at `{"one", "alone"}`: "output" is @Dense, which reads one layer, but @From names 2; join them in an @Add or @Concat layer first
        @From({"one", "alone"})
        Layer output();
    }

    @Network(input = 4, loss = Loss.MEAN_SQUARED_ERROR)
    interface Empty {
        @Dense(units = 4)
        // error FROM_NONE at `{}`: @From of "hidden" names no layer; name the layer that it reads, or remove @From
        @From({})
        Layer hidden();

        @Add
        // error FROM_SEVERAL at `{}`: "output" is @Add, which joins two or more layers; name them, as in @From({"a", "b"})
        @From({})
        Layer output();
    }

    @Network(input = 4, loss = Loss.MEAN_SQUARED_ERROR)
    interface Ambiguous {
        @Dense(units = 4)
        Layer input();

        @Dense(units = 4)
        // error FROM_AMBIGUOUS at `"input"`: "hidden" reads "input", which is the name of both the data and a layer; rename the layer
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

        // warning FLATTEN_FLAT at `@Flatten`: the input of "view", 6, is already flat, so @Flatten does nothing; remove it
        @Flatten
        Layer view();

        @Add
        // error FROM_SAME at `"view"`: "sum" joins "learnt" and "view", which are the same numbers in two shapes; name only one of them
        @From({"learnt", "view"})
        Layer sum();
    }

    @Network(input = 4, loss = Loss.MEAN_SQUARED_ERROR)
    interface Unread {
        @Dense(units = 4)
        // error LAYER_UNUSED at `idle`: no layer reads "idle", and it isn't the output, which is the last layer "output"; name "idle" in a @From, remove it, or give each output @Output and the network no loss
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
        // error TWO_OUTPUTS at `kind`: "TwoOutputs" has two outputs, "kind" and "colour", but one loss; give each of them @Output with a loss, and the network none, or join them
        Layer kind();

        @Dense(units = 5, activation = Activation.SOFTMAX)
        @From("hidden")
        Layer colour();
    }

    @Network(input = 4, loss = Loss.MEAN_SQUARED_ERROR)
    interface SecondInput {
        // error INPUT_BOTH at `@Input`: "more" is an @Input layer, but @Network declares an input already; remove one of the two
        @Input(3)
        Layer more();

        @Dense(units = 1)
        Layer output();
    }

    @Network(loss = Loss.MEAN_SQUARED_ERROR)
    interface WrongInputs {
        // error LAYER_INPUT_EMPTY at `{}`: "nothing" has an empty shape; give the shape of this part of a sample, such as 5 or {28, 28, 1}
        @Input({})
        Layer nothing();

        @Input(3)
        // error INPUT_READS at `@From`: "reader" is an @Input layer, which reads the data, so it can't have @From; remove @From
        @From("nothing")
        Layer reader();

        @Concat
        @From({"nothing", "reader"})
        Layer output();
    }

    @Network(loss = Loss.MEAN_SQUARED_ERROR)
    interface InputComesLast {
        @Dense(units = 1)
        // error FROM_NOTHING at `hidden`: "hidden" has no input; name a layer declared before it in @From, such as one with @Input
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
        // error METHOD_WITHOUT_ANNOTATION at `nothing`: the layer "nothing" has no annotation that says which kind it is; add one, such as @Dense(units = 10)
        Layer nothing();

        @Dense(units = 1)
        Layer output();
    }
}
