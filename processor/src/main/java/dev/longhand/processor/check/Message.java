package dev.longhand.processor.check;

import dev.longhand.processor.read.SourcePosition;
import dev.longhand.text.Printable;
import java.util.List;
import java.util.Optional;

/**
 * Every message of the compiler: one sentence with the user's own names and numbers, and the remedy.
 * A {@code %s} is filled in by {@link #at}.
 */
public enum Message {
    // The type that carries @Network
    DECLARATION_KIND("@Network can't be used on the %s \"%s\"; declare an interface or an abstract class instead"),
    DECLARATION_NOT_ABSTRACT("the class \"%s\" isn't abstract; declare an interface or an abstract class"),
    DECLARATION_INNER("the abstract class \"%s\" is an inner class of \"%s\"; make it static"),
    DECLARATION_PRIVATE("\"%s\" is private, so no model can implement it; make it at least package-private"),
    DECLARATION_IN_PRIVATE("\"%s\" is nested in \"%s\", which is private, so no model can implement it;"
            + " make \"%2$s\" at least package-private"),
    DECLARATION_GENERIC("\"%s\" has the type parameter \"%s\", but a network can't be generic; remove it"),
    DECLARATION_SEALED("\"%s\" is sealed, so no model can implement it; remove sealed"),
    CONSTRUCTOR_MISSING("the abstract class \"%s\" has no constructor that its model can call; add a non-private"
            + " one without parameters"),
    CONSTRUCTOR_THROWS(
            "the constructor of \"%s\" throws \"%s\", which its model can't declare; catch it in the" + " constructor"),
    INHERITED_ABSTRACT("\"%s\" inherits the abstract method \"%s\" from \"%s\", which no layer implements;"
            + " declare all layers in \"%1$s\" and give inherited methods a body"),
    MEMBER_CLASH("the method \"%s\" of \"%s\" clashes with a method that every model has; rename it"),
    SOURCE_CLASH("the method \"%s\" of \"%s\" has the signature of a method in the source of its model; rename it"),
    MEMBER_TYPE_CLASH("the type \"%s\" in \"%s\" has the name of the model; rename it"),
    DECLARATION_PACKAGE("\"%s\" is in the package %s, which belongs to Longhand; move it to a package of your own"),
    MODEL_AMONG_SOURCES(
            "\"%s\", the model of \"%s\" from an earlier compilation, is among the sources; leave the folder of"
                    + " generated sources out of the source path, or delete the file"),
    MODEL_NAME_TAKEN(
            "the model of \"%s\" would be called \"%s\", but a type of that name already exists; rename" + " one"),
    RUNTIME_MISSING("the model of \"%s\" needs dev.longhand.model.Model, which isn't on the class path;"
            + " add the dependency dev.longhand:longhand-runtime"),
    RUNTIME_NOT_READ("the model of \"%s\" needs dev.longhand.model.Model, which the module \"%s\" doesn't read; add"
            + " requires dev.longhand.runtime to its module-info.java"),
    NO_LAYERS("\"%s\" declares no layers; add one: @Dense(units = 10) Layer output();"),

    // Methods that declare layers
    METHOD_NOT_LAYER(
            "the abstract method \"%s\" doesn't return Layer; change its return type to Layer, or give" + " it a body"),
    METHOD_PARAMETERS("the method of the layer \"%s\" has the parameter \"%s\"; remove it"),
    METHOD_GENERIC("the method of the layer \"%s\" has the type parameter \"%s\"; remove it"),
    METHOD_THROWS("the method of the layer \"%s\" throws \"%s\"; remove the throws clause"),
    METHOD_NOT_ABSTRACT("\"%s\" has the annotation @%s but isn't abstract; remove its body, or the annotation"),
    METHOD_WITHOUT_ANNOTATION(
            "the layer \"%s\" has no annotation that says which kind it is; add one, such as" + " @Dense(units = 10)"),
    METHOD_TWO_ANNOTATIONS("the layer \"%s\" has two layer annotations, @%s and @%s; make it two layers"),
    KOTLIN_PROPERTY("\"%s\" is a property, but layers are declared by functions; write fun %1$s(): Layer instead of val"
            + " %1$s: Layer"),
    LAYER_OUTSIDE("@%s on \"%s\" declares no layer, because \"%s\" isn't a network; add @Network to \"%3$s\""),

    // Names of layers
    NAME_TAKEN("a layer can't be called \"%s\", because every model has a method of that name; rename it"),
    NAME_TOO_LONG("the name of the layer \"%s…\" has %s characters; use at most %s"),
    NAME_UNUSABLE("a layer can't be called \"%s\"; use letters and digits, and no $"),
    NAME_CLASH("the names of the layers \"%s\" and \"%s\" differ only in case or underscores, so that their names"
            + " in the generated source would be the same; rename one"),
    NAME_OF_CONSTANT(
            "the layer \"%s\" would be %s in the generated source, which could be a constant of \"%s\"; rename one"),

    // @Network's attributes
    INPUT_EMPTY("\"%s\" has an empty input; give the shape of one sample, such as 784 or {28, 28, 1}"),
    INPUT_MISSING("\"%s\" has no input; give the shape of one sample, such as input = 784 or input = {28, 28, 1}"),
    INPUT_BOTH("\"%s\" is an @Input layer, but @Network declares an input already; remove one of the two"),
    INPUT_READS("\"%s\" is an @Input layer, which reads the data, so it can't have @From; remove @From"),
    LAYER_INPUT_EMPTY(
            "\"%s\" has an empty shape; give the shape of this part of a sample, such as 5 or {28, 28," + " 1}"),
    INPUT_NOT_POSITIVE("dimension %s of the input of \"%s\" must be at least 1, not %s"),
    INPUT_TOO_MANY("the input of \"%s\" has %s dimensions; use at most 3: height, width and channels"),
    INPUT_TOO_LARGE("the input of \"%s\", %s, has more elements than an array can hold; use at most %s"),
    LABEL_SMOOTHING_RANGE("labelSmoothing must be at least 0 and less than 1, not %s"),
    LABEL_SMOOTHING_LOSS("labelSmoothing is for CROSS_ENTROPY, but the loss is %s; remove it"),
    DELTA_RANGE("delta must be a finite number greater than 0, not %s"),
    DELTA_LOSS("delta is for HUBER, but the loss is %s; remove it"),

    // Layers' attributes
    NUMBER_NOT_POSITIVE("%s of \"%s\" must be at least 1, not %s"),
    NUMBER_NOT_FLOAT("%s of \"%s\" is %s, which a float can't represent; use 0, or a number whose size is between"
            + " %s and %s"),
    PAIR_LENGTH("%s of \"%s\" takes 1 number, or 2 for rows and columns, but has %s"),
    PADDING_LENGTH("explicitPadding of \"%s\" takes 1 number for all sides, 2 for rows and columns, or 4 for top,"
            + " left, bottom and right, but has %s"),
    SEQUENCE_PADDING_LENGTH(
            "explicitPadding of \"%s\" takes 1 number for both ends, or 2 for before and after, but has %s"),
    PADDING_NEGATIVE("explicitPadding of \"%s\" must be at least 0, not %s"),
    PADDING_TOO_LARGE("explicitPadding %s of \"%s\" must be less than its size %s, so that every pool covers part"
            + " of the %s; use at most %s"),
    PADDING_BOTH("explicitPadding of \"%s\" replaces padding, but both are given; remove one of the two"),
    GROUPS_DIVIDE("groups %s of \"%s\" must divide its %s channels and its %s filters; use %s"),
    VOCABULARY_TOO_LARGE("vocabulary of \"%s\" must be at most %s, not %s, because a float can't represent all"
            + " larger integers"),
    FORGET_BIAS_NOT_FINITE("forgetBias of \"%s\" must be finite, not %s"),
    SOFTMAX_RECURRENT("%s of \"%s\" is computed from all units together, but a recurrent layer applies its"
            + " activation to each unit separately; use another one, such as TANH"),
    RATE_RANGE("rate of \"%s\" must be at least 0 and less than 1, not %s"),
    STDDEV_RANGE("stddev of \"%s\" must be finite and at least 0, not %s"),
    EPSILON_RANGE("epsilon of \"%s\" must be a finite number greater than 0, not %s; 1e-5 is usual"),
    MOMENTUM_RANGE("momentum of \"%s\" must be at least 0 and less than 1, not %s; 0.9 is usual"),
    MOMENTUM_SMALL(
            true,
            "momentum %s of \"%s\" is the share of the running statistics that each step keeps, as"
                    + " in Keras; if you mean PyTorch's momentum, the share that each step replaces, write %s"),
    SLOPE_RANGE("slope of \"%s\" must be a finite number greater than 0, not %s"),
    SLOPE_UNUSED("slope of \"%s\" has no effect, because %s has no slope; remove it, or use %s"),
    PENALTY_RANGE("%s of \"%s\" must be finite and at least 0, not %s; 1e-4 is usual"),
    PENALTY_WITHOUT_WEIGHTS("\"%s\" has no weights that a @Penalty could apply to; put it on a layer that has, such as"
            + " @Dense, or remove it"),
    FROZEN_WITHOUT_PARAMETERS("\"%s\" has no parameters that could be frozen; put @Frozen on a layer that has, such as"
            + " @Dense, or remove it"),
    SCALE_RANGE("%s of \"%s\" must be a finite number%s for %s, not %s"),
    SCALE_UNUSED("%s of \"%s\" has no effect with %s; remove it"),
    INITIALIZER_UNUSED("%s of \"%s\" has no effect together with %s; remove one of the two"),
    VALUES_LENGTH("%s of \"%s\" must have one value for each of %s, but has %s"),
    VALUE_NOT_FINITE("value %s of %s of \"%s\" must be finite, not %s"),
    BIAS_UNUSED("%s of \"%s\" has no effect, because useBias is false; remove one of the two"),

    // Shapes
    INPUT_NOT_FLAT("\"%s\" is @%s, which needs a flat input, but its input is %s; put a @Flatten layer before it"),
    INPUT_NOT_IMAGE("\"%s\" is @%s, which needs an image, but its input is %s; declare height, width and"
            + " channels, such as input = {28, 28, 1}, or put a @Reshape layer before it"),
    WINDOW_EXCEEDS("%s exceeds the %s input of \"%s\"; use at most %s, or padding = SAME"),
    CHANNELS_FIRST(
            true,
            "the input of \"%s\", %s, looks like channels × height × width, but images are height × width × channels;"
                    + " declare {%s}, and give the data in that order"),
    CHANNELS_FIRST_EXCEEDED("%s exceeds the height or width of the %s input of \"%s\", which looks like channels ×"
            + " height × width, but images are height × width × channels; declare {%s}, and give the data in that"
            + " order"),
    WINDOW_EXCEEDS_SEQUENCE("%s exceeds the %s-step input of \"%s\"; use at most %s, or padding = SAME"),
    PADDED_TOO_LARGE("the padded input of \"%s\", %s, has more elements than an array can hold; use at most %s"),
    OUTPUT_TOO_LARGE("the output of \"%s\", %s, has more elements than an array can hold; use at most %s"),
    FILTERS_TOO_LARGE("the weights of \"%s\", %s, are more than an array can hold; use at most %s"),
    SEQUENCE_NEEDED("\"%s\" is @%s, which needs a sequence, but its input is %s; declare time and features, such"
            + " as input = {28, 28}, or put a layer before it that returns sequences, such as @Embedding or a"
            + " recurrent layer with returnSequences = true"),
    SEQUENCE_TOO_LONG("the gates of \"%s\" have %s = %s elements for each sample, more than an array can hold;"
            + " use at most %s units"),
    EMBEDDING_OF_LAYER("\"%s\" is @Embedding, which looks up integers in the data, but it reads the output of"
            + " \"%s\"; let it read the data"),
    EMBEDDING_TOO_LARGE(
            "the weights of \"%s\" are %s = %s numbers, more than an array can hold; use at most %s" + " dimensions"),
    SOFTMAX_NOT_FLAT("%s of \"%s\" needs a flat input, but its input is %s; put a @Flatten layer before it"),
    SOFTMAX_OF_CONVOLUTION("%s of \"%s\" needs a flat output, but its output is %s; use another activation, and"
            + " add @Flatten and a @Dense layer with activation = %1$s after it"),
    SOFTMAX_OF_SEQUENCE("%s of \"%s\" needs a flat input, but its input is %s; to apply it at each step, use a"
            + " @Dense layer with activation = %1$s instead"),
    FLATTEN_FLAT(true, "the input of \"%s\", %s, is already flat, so @Flatten does nothing; remove it"),
    RESHAPE_COUNT("\"%s\" is @Reshape to %s dimensions; give 1 to %s, such as {28, 28, 1}"),
    RESHAPE_NOT_POSITIVE("dimension %s of \"%s\" must be at least 1, not %s"),
    RESHAPE_SIZE("\"%s\" is @Reshape to %s = %s numbers, but the output of \"%s\" is %s = %s; give dimensions"
            + " whose product is %6$s"),
    RESHAPE_SAME(true, "the input of \"%s\" is already %s, so @Reshape does nothing; remove it"),
    LAYER_NORM_OF_ONE("\"%s\" is @LayerNorm over the last dimension of %s, which is 1, so its output would not"
            + " depend on its input; use @BatchNorm, or a larger last dimension"),
    LAYER_TOO_LARGE("the weights of \"%s\" are %s = %s numbers, more than an array can hold; use at most %s units"),
    NETWORK_TOO_LARGE("\"%s\" has %s parameters in total, more than an array can hold (%s); use fewer units"),

    OUTPUTS_TOO_LARGE(
            "the outputs of \"%s\" are %s numbers in all, more than an array can hold (%s); use smaller ones"),

    // What layers read
    FROM_UNKNOWN("\"%s\" reads \"%s\", but there is no such layer%s"),
    FROM_LATER("\"%s\" reads \"%s\", which is declared after it; move \"%2$s\" before \"%1$s\""),
    FROM_CYCLE("\"%s\" reads \"%s\", which itself depends on \"%1$s\": %s; let one of them read another layer"),
    FROM_TWICE("\"%s\" names \"%s\" twice; name each layer once"),
    FROM_SAME("\"%s\" joins \"%s\" and \"%s\", which are the same numbers in two shapes; name only one of them"),
    FROM_ONE("\"%s\" is @%s, which reads one layer, but @From names %s; join them in an @Add or @Concat layer"
            + " first"),
    FROM_NONE("@From of \"%s\" names no layer; name the layer that it reads, or remove @From"),
    FROM_AMBIGUOUS("\"%s\" reads \"%s\", which is the name of both the data and a layer; rename the layer"),
    FROM_SEVERAL("\"%s\" is @%s, which joins two or more layers; name them, as in @From({\"a\", \"b\"})"),
    FROM_NOTHING("\"%s\" has no input; name a layer declared before it in @From, such as one with @Input"),
    FROM_WITHOUT_LAYER("@From on \"%s\" has no effect without a layer's annotation; add one, such as @Add"),
    MERGE_TOO_MANY("\"%s\" is @%s of %s layers, but a method has too few parameters for that; join at most %s, and then"
            + " what these layers give"),
    SHAPES_DIFFER("\"%s\" is @%s, but %s; %s"),
    LAYER_UNUSED("no layer reads \"%s\", and it isn't the output, which is the last layer \"%s\"; name \"%1$s\" in a"
            + " @From, remove it, or give each output @Output and the network no loss"),
    TWO_OUTPUTS(
            "\"%s\" has two outputs, \"%s\" and \"%s\", but one loss; give each of them @Output with a loss, and the"
                    + " network none, or join them"),
    OUTPUT_MISSING("no layer reads \"%s\", and it isn't an output; give it @Output, name it in a @From, or remove it"),

    // Sequences of different lengths
    MASKED_INPUTS("\"%s\" is masked, but has several inputs, which may not all be sequences; declare one input in"
            + " @Network, or remove masked = true"),
    MASKED_OUTPUTS(
            "\"%s\" is masked, but has several outputs, which may not all be sequences; declare one network for each"
                    + " output, or remove masked = true"),
    MASKED_MIXED(
            "\"%s\" is @%s, which computes several steps together, so it would mix masked steps with others; put it"
                    + " after a recurrent layer that returns its last state, or remove masked = true"),
    MASKED_UNUSED("\"%s\" is masked, but no recurrent layer reads its steps; add one, such as @Lstm, or remove masked ="
            + " true"),

    // The standalone file
    STANDALONE_NAME_TAKEN(
            "the type \"%s\" already exists, which standalone = true would write from \"%s\"; rename one, or"
                    + " remove standalone = true"),
    STANDALONE_LEARNS_ALONE(
            "standaloneLearns is for the file that standalone = true writes, which \"%s\" doesn't ask for;"
                    + " add standalone = true, or remove standaloneLearns"),
    STANDALONE_OUTPUTS(
            "\"%s\" has layers with @Output, and a standalone file can have one output only; remove standalone = true,"
                    + " or declare one loss in @Network"),
    STANDALONE_MASKED(
            "the last layer \"%s\" gives sequences with masked steps, and a standalone file can't leave them out of"
                    + " the loss; return the last state only, or remove standaloneLearns, and it predicts"),

    // The end of the network, and its loss
    SOFTMAX_NOT_LAST(
            "%s of \"%s\" is only for the last layer, but \"%s\" comes after it; use RELU, or another" + " activation"),
    SOFTMAX_HIDDEN("%s of \"%s\" is only for an output; use RELU, or another activation"),
    SOFTMAX_ONE_UNIT("%s of \"%s\" has only one unit, so its output is always %s; use SIGMOID with"
            + " BINARY_CROSS_ENTROPY, or one unit for each class"),
    RANDOM_LAST("the %s \"%s\" is @%s, which would make the outputs random; put it before a layer that" + " computes"),
    LOSS_AFTER_RECURRENT("the loss %s needs %s as the last activation, but the %s \"%s\" is @%s; add"
            + " @Activate(%2$s), or a @Dense layer with activation = %2$s, after it"),
    LOSS_MISMATCH("the loss %s can't be used with %s of the %s \"%s\"; use %5$s with %2$s, or %6$s with" + " %1$s"),
    LOSS_MISSING(
            "\"%s\" has no loss; give it one, such as loss = Loss.MEAN_SQUARED_ERROR, or several outputs one each, with"
                    + " @Output"),
    LOSS_AND_OUTPUT(
            "\"%s\" has layers with @Output, which gives each output a loss, so @Network can't give %s; remove it,"
                    + " or @Output"),
    OUTPUT_WEIGHT("weight of \"%s\" must be a finite number greater than 0, not %s; 1 is usual"),
    OUTPUTS_TOO_MANY("\"%s\" has %s outputs; use at most %s, and join others, of the same loss, in a @Concat layer"),
    OUTPUTS_SAME("\"%s\" and \"%s\" are outputs of the same numbers in two shapes; remove one @Output"),
    OUTPUT_OF_DATA(
            "the output \"%s\" is nothing but the data, so there is nothing to learn; remove @Output, or put a layer"
                    + " that computes before it"),
    OUTPUT_READ(
            "\"%s\" reads the output \"%s\", but its loss %s is computed together with its activation, so that it takes no"
                    + " other gradient; let \"%1$s\" read the layer before it, or use another loss"),

    // Pretrained weights
    PRETRAINED_OUTSIDE("@Pretrained on \"%s\" has no effect, because \"%1$s\" isn't a network; add @Network"),
    PRETRAINED_NAME("\"%s\" can't be the name of a resource; write one such as \"digits.safetensors\", or"
            + " \"/models/digits.safetensors\" from the root of the class path"),
    PRETRAINED_MISSING("the weights of \"%s\", %s, aren't in %s; put the file into %s and copy resources before"
            + " compiling, or name the folder with -Alonghand.resources=%5$s"),
    PRETRAINED_FORMAT("%s can't be the weights of \"%s\": %s; save them again with Weights.save"),
    PRETRAINED_FOREIGN(
            "%s wasn't saved by Longhand, so it isn't known whether its arrays are in Longhand's layout or in"
                    + " PyTorch's; load it with Weights.load(model, file, Layout.PYTORCH), or Layout.OWN, and save it with"
                    + " Weights.save"),
    PRETRAINED_ARRAYS("%s isn't of \"%s\" as it's declared now: %s; declare the layers with which it was trained, or"
            + " train it again"),
    PRETRAINED_SHAPE("\"%s\" is %s in %s, but %s in \"%s\"; declare \"%s\" as it was when the network was trained,"
            + " or train it again"),
    PRETRAINED_DECLARATION("%s; declare it as it was when the network was trained, or train it again"),
    PRETRAINED_TYPE("\"%s\" has numbers of type %s in %s, but parameters are F32; convert them, and save them with"
            + " Weights.save"),
    PRETRAINED_RECIPE("the recipe in %s can't be read: %s; save network and recipe again with TableModel.save"),
    PRETRAINED_INPUTS("the recipe in %s gives %s inputs, but \"%s\" has %s; write @Network(input = %2$s), or save it"
            + " with its own recipe"),
    PRETRAINED_OUTPUTS("%s needs %s, but \"%s\" has %s; give the last layer that many units, or save it with its own"
            + " classes"),

    // Options, and faults of the compiler itself
    OPTION_VALUE("the option %s is \"%s\"; use %s"),
    WRITE_FAILED("the model of \"%s\" can't be written: %s; solve this problem and compile again"),
    COMPILER_FAULT("Longhand failed on \"%s\": %s; the fault is in Longhand, not in your code:"
            + " please report it with this declaration and the trace: %s");

    private final boolean isWarning;
    private final String template;

    Message(String template) {
        this(false, template);
    }

    Message(boolean isWarning, String template) {
        this.isWarning = isWarning;
        this.template = template;
    }

    /** Whether this is a warning, so that the model is written nevertheless. */
    public boolean isWarning() {
        return isWarning;
    }

    /** This problem at a position, its blanks filled in with {@code arguments}. */
    public Problem at(SourcePosition position, Object... arguments) {
        return new Problem(this, List.of(arguments), Optional.of(position));
    }

    /** This problem without a position in the source. */
    public Problem nowhere(Object... arguments) {
        return new Problem(this, List.of(arguments), Optional.empty());
    }

    /** The words joined into a choice: {@code a, b or c}. */
    public static String oneOf(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** The text with its blanks filled in: names as they may be printed, a stack trace with its lines. */
    public String text(List<Object> arguments) {
        return template.formatted(arguments.stream().map(this::printable).toArray());
    }

    private Object printable(Object argument) {
        if (argument instanceof Number) {
            return argument;
        }
        String text = argument.toString();
        return this == COMPILER_FAULT ? Printable.lines(text) : Printable.of(text);
    }
}
