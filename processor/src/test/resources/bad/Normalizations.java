package bad;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.BatchNorm;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.GaussianNoise;
import dev.longhand.layer.LayerNorm;
import dev.longhand.layer.Reshape;

class Normalizations {
    @Network(input = 12, loss = Loss.MEAN_SQUARED_ERROR)
    interface Numbers {
        // error EPSILON_RANGE at `0`: epsilon of "norm1" must be a finite number greater than 0, not 0.0; 1e-5 is usual
        @BatchNorm(epsilon = 0)
        Layer norm1();

        // error MOMENTUM_RANGE at `1`: momentum of "norm2" must be at least 0 and less than 1, not 1.0; 0.9 is usual
        @BatchNorm(momentum = 1)
        Layer norm2();

        // warning MOMENTUM_SMALL at `0.1f`: momentum 0.1 of "norm3" is the share of the running statistics that each step keeps, as in Keras; if you mean PyTorch's momentum, the share that each step replaces, write 0.9
        @BatchNorm(momentum = 0.1f)
        Layer norm3();

        // error EPSILON_RANGE at `Float.NaN`: epsilon of "norm4" must be a finite number greater than 0, not NaN; 1e-5 is usual
        @LayerNorm(epsilon = Float.NaN)
        Layer norm4();

        // error STDDEV_RANGE at `-0.1f`: stddev of "noise" must be finite and at least 0, not -0.1
        @GaussianNoise(stddev = -0.1f)
        Layer noise();

        @Dense(units = 1)
        Layer output();

        // error LAYER_NORM_OF_ONE at `@LayerNorm`: "norm5" is @LayerNorm over the last dimension of 1, which is 1, so its output would not depend on its input; use @BatchNorm, or a larger last dimension
        @LayerNorm
        Layer norm5();

        // error RANDOM_LAST at `@GaussianNoise`: the last layer "noise2" is @GaussianNoise, which would make the outputs random; put it before a layer that computes
        @GaussianNoise(stddev = 1)
        Layer noise2();
    }

    @Network(input = {4, 4, 3}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Shapes {
        // warning RESHAPE_SAME at `@Reshape`: the input of "same" is already 4×4×3, so @Reshape does nothing; remove it
        @Reshape({4, 4, 3})
        Layer same();

        // error RESHAPE_NOT_POSITIVE at `-1`: dimension 2 of "negative" must be at least 1, not -1
        @Reshape({4, -1})
        Layer negative();

        // error RESHAPE_COUNT at `{`: "none" is @Reshape to 0 dimensions; give 1 to 3, such as {28, 28, 1}
        @Reshape({})
        Layer none();

        // error RESHAPE_COUNT at `{`: "many" is @Reshape to 4 dimensions; give 1 to 3, such as {28, 28, 1}
        @Reshape({2, 2, 2, 6})
        Layer many();
    }

    @Network(input = {4, 4, 3}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Sizes {
        @Flatten
        Layer flat();

        // error RESHAPE_SIZE at `{`: "image" is @Reshape to 5×5×2 = 50 numbers, but the output of "flat" is 48 = 48; give dimensions whose product is 48
        @Reshape({5, 5, 2})
        Layer image();

        // no error: what comes in is unknown
        @Reshape({100000, 100000, 100000})
        Layer huge();

        @Dense(units = 1)
        Layer output();
    }
}
