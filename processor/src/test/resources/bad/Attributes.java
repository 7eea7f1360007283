package bad;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Activate;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Dropout;

@Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
interface Attributes {
    // error NUMBER_NOT_POSITIVE at `0`: units of "none" must be at least 1, not 0
    @Dense(units = 0)
    Layer none();

    // error NUMBER_NOT_POSITIVE at `-5`: units of "negative" must be at least 1, not -5
    @Dense(units = -5)
    Layer negative();

    // error RATE_RANGE at `1`: rate of "all" must be at least 0 and less than 1, not 1.0
    @Dropout(rate = 1)
    Layer all();

    // error RATE_RANGE at `-0.1f`: rate of "less" must be at least 0 and less than 1, not -0.1
    @Dropout(rate = -0.1f)
    Layer less();

    // error RATE_RANGE at `Float.NaN`: rate of "undefined" must be at least 0 and less than 1, not NaN
    @Dropout(rate = Float.NaN)
    Layer undefined();

    // error SLOPE_RANGE at `0`: slope of "level" must be a finite number greater than 0, not 0.0
    @Dense(units = 1, activation = Activation.SIGMOID, slope = 0)
    Layer level();

    // error SLOPE_RANGE at `Float.POSITIVE_INFINITY`: slope of "steep" must be a finite number greater than 0, not Infinity
    @Activate(value = Activation.TANH, slope = Float.POSITIVE_INFINITY)
    Layer steep();

    // error SLOPE_UNUSED at `2`: slope of "straight" has no effect, because RELU has no slope; remove it, or use SIGMOID, TANH, LEAKY_RELU or ELU
    @Dense(units = 1, activation = Activation.RELU, slope = 2)
    Layer straight();
}
