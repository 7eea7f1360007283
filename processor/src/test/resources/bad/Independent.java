package bad;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Dropout;

// error LABEL_SMOOTHING_RANGE at `2`: labelSmoothing must be at least 0 and less than 1, not 2.0
// error LOSS_MISMATCH at `Loss.CROSS_ENTROPY`: the loss CROSS_ENTROPY can't be used with TANH of the last layer "output"; use MEAN_SQUARED_ERROR with TANH, or SOFTMAX with CROSS_ENTROPY
// error INPUT_NOT_POSITIVE at `0`: dimension 1 of the input of "Independent" must be at least 1, not 0
@Network(input = 0, loss = Loss.CROSS_ENTROPY, labelSmoothing = 2)
interface Independent {
    // error NUMBER_NOT_POSITIVE at `0`: units of "info" must be at least 1, not 0
    // error SLOPE_UNUSED at `2`: slope of "info" has no effect, because RELU has no slope; remove it, or use SIGMOID, TANH, LEAKY_RELU or ELU
    // error VALUE_NOT_FINITE at `Float.NaN`: value 1 of bias of "info" must be finite, not NaN
    // error NAME_TAKEN at `info`: a layer can't be called "info", because every model has a method of that name; rename it
    @Dense(units = 0, activation = Activation.RELU, slope = 2, bias = Float.NaN) Layer info();

    // error RATE_RANGE at `7`: rate of "drop" must be at least 0 and less than 1, not 7.0
    @Dropout(rate = 7)
    Layer drop();

    // error NUMBER_NOT_POSITIVE at `-1`: units of "output" must be at least 1, not -1
    @Dense(units = -1, activation = Activation.TANH)
    Layer output();
}
