package bad;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Activate;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Flatten;

class Shapes {
    @Network(input = {28, 28, 1}, loss = Loss.CROSS_ENTROPY)
    interface Image {
        // error INPUT_NOT_FLAT at `@Dense`: "hidden" is @Dense, which needs a flat input, but its input is 28×28×1; put a @Flatten layer before it
        @Dense(units = 10)
        Layer hidden();

        // warning FLATTEN_FLAT at `@Flatten`: the input of "flat", 10, is already flat, so @Flatten does nothing; remove it
        @Flatten
        Layer flat();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    @Network(input = {28, 28, 1}, loss = Loss.CROSS_ENTROPY)
    interface Pixels {
        // error SOFTMAX_NOT_FLAT at `Activation.SOFTMAX`: SOFTMAX of "output" needs a flat input, but its input is 28×28×1; put a @Flatten layer before it
        @Activate(Activation.SOFTMAX)
        Layer output();
    }

    @Network(input = 100000, loss = Loss.MEAN_SQUARED_ERROR)
    interface Huge {
        // error LAYER_TOO_LARGE at `50000`: the weights of "hidden" are 100000×50000 = 5000000000 numbers, more than an array can hold; use at most 21474 units
        @Dense(units = 50000)
        Layer hidden();

        @Dense(units = 1)
        Layer output();
    }

    // error NETWORK_TOO_LARGE at `@Network`: "Broad" has 3200120000 parameters in total, more than an array can hold (2147483639); use fewer units
    @Network(input = 40000, loss = Loss.MEAN_SQUARED_ERROR)
    interface Broad {
        @Dense(units = 40000)
        Layer hidden1();

        @Dense(units = 40000)
        Layer hidden2();

        @Dense(units = 1, useBias = false)
        Layer output();
    }
}
