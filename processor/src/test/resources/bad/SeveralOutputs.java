package bad;

import dev.longhand.Activation;
import dev.longhand.From;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Output;
import dev.longhand.layer.Activate;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Dropout;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.Input;
import dev.longhand.layer.Lstm;
import dev.longhand.layer.Reshape;

class SeveralOutputs {
    // error LOSS_MISSING at `@Network`: "NoLoss" has no loss; give it one, such as loss = Loss.MEAN_SQUARED_ERROR, or several outputs one each, with @Output
    @Network(input = 4)
    interface NoLoss {
        @Dense(units = 3)
        Layer output();
    }

    @Network(
            input = 4,
            // error LOSS_AND_OUTPUT at `Loss.CROSS_ENTROPY`: "Both" has layers with @Output, which gives each output a loss, so @Network can't give loss; remove it, or @Output
            loss = Loss.CROSS_ENTROPY,
            // error LOSS_AND_OUTPUT at `0.1`: "Both" has layers with @Output, which gives each output a loss, so @Network can't give labelSmoothing; remove it, or @Output
            labelSmoothing = 0.1,
            // error LOSS_AND_OUTPUT at `2`: "Both" has layers with @Output, which gives each output a loss, so @Network can't give delta; remove it, or @Output
            delta = 2)
    interface Both {
        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @Dense(units = 3)
        Layer output();
    }

    @Network(input = 4)
    interface Settings {
        // error OUTPUT_WEIGHT at `0`: weight of "none" must be a finite number greater than 0, not 0.0; 1 is usual
        @Output(loss = Loss.MEAN_SQUARED_ERROR, weight = 0)
        @Dense(units = 3)
        Layer none();

        // error OUTPUT_WEIGHT at `1 / 0.0`: weight of "endless" must be a finite number greater than 0, not Infinity; 1 is usual
        @Output(loss = Loss.MEAN_SQUARED_ERROR, weight = 1 / 0.0)
        @From("none")
        @Dense(units = 3)
        Layer endless();

        // error NUMBER_NOT_FLOAT at `1e-60`: weight of "tiny" is 1.0E-60, which a float can't represent; use 0, or a number whose size is between 1.4E-45 and 3.4028235E38
        @Output(loss = Loss.MEAN_SQUARED_ERROR, weight = 1e-60)
        @From("none")
        @Dense(units = 3)
        Layer tiny();

        // error LABEL_SMOOTHING_LOSS at `0.1`: labelSmoothing is for CROSS_ENTROPY, but the loss is HUBER; remove it
        // error DELTA_RANGE at `-1`: delta must be a finite number greater than 0, not -1.0
        @Output(loss = Loss.HUBER, labelSmoothing = 0.1, delta = -1)
        @From("none")
        @Dense(units = 3)
        Layer rough();
    }

    @Network(input = 4)
    interface Pairs {
        @Dense(units = 4)
        Layer trunk();

        // error LOSS_MISMATCH at `Loss.CROSS_ENTROPY`: the loss CROSS_ENTROPY can't be used with SIGMOID of the output "kind"; use BINARY_CROSS_ENTROPY with SIGMOID, or SOFTMAX with CROSS_ENTROPY
        @Output(loss = Loss.CROSS_ENTROPY)
        @Dense(units = 3, activation = Activation.SIGMOID)
        Layer kind();

        @From("trunk")
        @Reshape({2, 2})
        Layer steps();

        // error LOSS_AFTER_RECURRENT at `Loss.BINARY_CROSS_ENTROPY`: the loss BINARY_CROSS_ENTROPY needs SIGMOID as the last activation, but the output "memory" is @Lstm; add @Activate(SIGMOID), or a @Dense layer with activation = SIGMOID, after it
        @Output(loss = Loss.BINARY_CROSS_ENTROPY)
        @Lstm(units = 2)
        Layer memory();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("trunk")
        // error RANDOM_LAST at `@Dropout`: the output "drop" is @Dropout, which would make the outputs random; put it before a layer that computes
        @Dropout(rate = 0.5)
        Layer drop();
    }

    @Network(input = {2, 2})
    interface Sources {
        @Dense(units = 3)
        Layer learnt();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @Flatten
        Layer row();

        // error OUTPUTS_SAME at `@Output`: "row" and "column" are outputs of the same numbers in two shapes; remove one @Output
        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("learnt")
        @Reshape({6, 1})
        Layer column();

        // error OUTPUT_OF_DATA at `@Output`: the output "copy" is nothing but the data, so there is nothing to learn; remove @Output, or put a layer that computes before it
        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("input")
        @Flatten
        Layer copy();

        @From("learnt")
        @Dense(units = 2)
        // error OUTPUT_MISSING at `idle`: no layer reads "idle", and it isn't an output; give it @Output, name it in a @From, or remove it
        Layer idle();
    }

    @Network
    interface Parts {
        // error OUTPUT_OF_DATA at `@Output`: the output "part" is nothing but the data, so there is nothing to learn; remove @Output, or put a layer that computes before it
        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @Input(2)
        Layer part();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @Dense(units = 3)
        Layer output();
    }

    @Network(input = 4)
    interface Readers {
        @Output(loss = Loss.CROSS_ENTROPY)
        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer kind();

        @Dense(units = 3, activation = Activation.RELU)
        // error OUTPUT_READ at `more`: "more" reads the output "kind", but its loss CROSS_ENTROPY is computed together with its activation, so that it takes no other gradient; let "more" read the layer before it, or use another loss
        Layer more();

        // error SOFTMAX_HIDDEN at `Activation.SOFTMAX`: SOFTMAX of "shares" is only for an output; use RELU, or another activation
        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer shares();

        @Output(loss = Loss.BINARY_CROSS_ENTROPY)
        @Dense(units = 4, activation = Activation.SIGMOID)
        Layer flags();

        @Reshape({2, 2})
        // error OUTPUT_READ at `@From`: "pairs" reads the output "flags", but its loss BINARY_CROSS_ENTROPY is computed together with its activation, so that it takes no other gradient; let "pairs" read the layer before it, or use another loss
        @From("flags")
        Layer pairs();

        @Dense(units = 1)
        // error OUTPUT_READ at `last`: "last" reads the output "flags", but its loss BINARY_CROSS_ENTROPY is computed together with its activation, so that it takes no other gradient; let "last" read the layer before it, or use another loss
        // error OUTPUT_MISSING at `last`: no layer reads "last", and it isn't an output; give it @Output, name it in a @From, or remove it
        Layer last();
    }

    @Network(input = 4)
    interface Methods {
        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @Dense(units = 1)
        Layer size();

        // error SOURCE_CLASH at `lossSize`: the method "lossSize" of "Methods" has the signature of a method in the source of its model; rename it
        default void lossSize(float[] a, int n) {}

        // error SOURCE_CLASH at `scaleGradient`: the method "scaleGradient" of "Methods" has the signature of a method in the source of its model; rename it
        default void scaleGradient(float[] da, float weight, int count) {}
    }

    @Network(input = 4, loss = Loss.MEAN_SQUARED_ERROR)
    interface OneOutput {
        @Dense(units = 1)
        Layer size();

        default void lossSize(float[] a, int n) {}

        default void scaleGradient(float[] da, float weight, int count) {}
    }

    // error OUTPUTS_TOO_LARGE at `@Network`: the outputs of "Large" are 3200000000 numbers in all, more than an array can hold (2147483639); use smaller ones
    @Network(input = {40000, 40000})
    interface Large {
        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @Activate(Activation.TANH)
        Layer tanh();

        @Output(loss = Loss.MEAN_SQUARED_ERROR)
        @From("input")
        @Activate(Activation.RELU)
        Layer relu();
    }
}
