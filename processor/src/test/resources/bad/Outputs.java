package bad;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Activate;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Dropout;
import dev.longhand.layer.Flatten;

class Outputs {
    @Network(input = 2, loss = Loss.CROSS_ENTROPY)
    interface Twice {
        // error SOFTMAX_NOT_LAST at `Activation.SOFTMAX`: SOFTMAX of "hidden" is only for the last layer, but "output" comes after it; use RELU, or another activation
        @Dense(units = 4, activation = Activation.SOFTMAX)
        Layer hidden();

        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer output();
    }

    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    interface Applied {
        // error SOFTMAX_NOT_LAST at `Activation.LOG_SOFTMAX`: LOG_SOFTMAX of "hidden" is only for the last layer, but "output" comes after it; use RELU, or another activation
        @Activate(Activation.LOG_SOFTMAX)
        Layer hidden();

        @Activate(Activation.TANH)
        Layer output();
    }

    @Network(input = 2, loss = Loss.CROSS_ENTROPY)
    interface Single {
        // error SOFTMAX_ONE_UNIT at `Activation.SOFTMAX`: SOFTMAX of "output" has only one unit, so its output is always 1; use SIGMOID with BINARY_CROSS_ENTROPY, or one unit for each class
        @Dense(units = 1, activation = Activation.SOFTMAX)
        Layer output();
    }

    @Network(input = 2, loss = Loss.CROSS_ENTROPY)
    interface Dropped {
        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer output();

        // error RANDOM_LAST at `@Dropout`: the last layer "drop" is @Dropout, which would make the outputs random; put it before a layer that computes
        @Dropout(rate = 0.5f)
        Layer drop();
    }

    // error LOSS_MISMATCH at `Loss.CROSS_ENTROPY`: the loss CROSS_ENTROPY can't be used with SIGMOID of the last layer "output"; use BINARY_CROSS_ENTROPY with SIGMOID, or SOFTMAX with CROSS_ENTROPY
    @Network(input = 2, loss = Loss.CROSS_ENTROPY)
    interface Classes {
        @Dense(units = 3, activation = Activation.SIGMOID)
        Layer output();
    }

    // error LOSS_MISMATCH at `Loss.BINARY_CROSS_ENTROPY`: the loss BINARY_CROSS_ENTROPY can't be used with IDENTITY of the last layer "output"; use MEAN_SQUARED_ERROR with IDENTITY, or SIGMOID with BINARY_CROSS_ENTROPY
    @Network(input = 2, loss = Loss.BINARY_CROSS_ENTROPY)
    interface Yes {
        @Dense(units = 1)
        Layer output();
    }

    // error LOSS_MISMATCH at `Loss.HUBER`: the loss HUBER can't be used with LOG_SOFTMAX of the last layer "logs"; use CROSS_ENTROPY with LOG_SOFTMAX, or IDENTITY with HUBER
    @Network(input = {2, 2}, loss = Loss.HUBER)
    interface Logs {
        @Flatten
        Layer flat();

        @Activate(Activation.LOG_SOFTMAX)
        Layer logs();

        // warning FLATTEN_FLAT at `@Flatten`: the input of "again", 4, is already flat, so @Flatten does nothing; remove it
        @Flatten
        Layer again();
    }

    // error LOSS_MISMATCH at `Loss.CROSS_ENTROPY`: the loss CROSS_ENTROPY can't be used with IDENTITY of the last layer "flat"; use MEAN_SQUARED_ERROR with IDENTITY, or SOFTMAX with CROSS_ENTROPY
    @Network(input = {2, 2}, loss = Loss.CROSS_ENTROPY)
    interface Nothing {
        @Flatten
        Layer flat();
    }
}
