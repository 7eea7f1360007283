package bad;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Activate;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Dropout;
import dev.longhand.layer.Flatten;

class Consequences {
    @Network(input = {28, 28, 1}, loss = Loss.MEAN_SQUARED_ERROR)
    interface UnknownShapes {
        @Flatten
        Layer flat();

        // error NUMBER_NOT_POSITIVE at `0`: units of "hidden" must be at least 1, not 0
        @Dense(units = 0)
        Layer hidden();

        @Flatten
        Layer again();

        @Dense(units = 2, weights = {1, 2})
        Layer output();
    }

    @Network(input = 2, loss = Loss.CROSS_ENTROPY)
    interface UnknownEnd {
        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer hidden();

        @Dense(units = 3)
        // error METHOD_TWO_ANNOTATIONS at `@Activate`: the layer "output" has two layer annotations, @Dense and @Activate; make it two layers
        @Activate(Activation.SOFTMAX)
        Layer output();
    }

    // error INPUT_EMPTY at `{}`: "UnknownInput" has an empty input; give the shape of one sample, such as 784 or {28, 28, 1}
    @Network(input = {}, loss = Loss.CROSS_ENTROPY)
    interface UnknownInput {
        @Dense(units = 2, weights = {1, 2})
        Layer hidden();

        @Dropout(rate = 0.5f)
        Layer drop();

        @Activate(Activation.SOFTMAX)
        Layer output();
    }

    @Network(input = 3000000, loss = Loss.MEAN_SQUARED_ERROR)
    interface TooLarge {
        // error LAYER_TOO_LARGE at `1000`: the weights of "hidden" are 3000000×1000 = 3000000000 numbers, more than an array can hold; use at most 715 units
        @Dense(units = 1000, weights = {1, 2})
        Layer hidden();

        @Dense(units = 1)
        Layer output();
    }
}
