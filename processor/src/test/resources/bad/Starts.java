package bad;

import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

@Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
interface Starts {
    // error SCALE_RANGE at `-1`: initializerScale of "a" must be a finite number greater than 0 for HE_NORMAL, not -1.0
    @Dense(units = 2, initializer = Initializer.HE_NORMAL, initializerScale = -1)
    Layer a();

    // error SCALE_RANGE at `Float.NaN`: biasInitializerScale of "b" must be a finite number for CONSTANT, not NaN
    @Dense(units = 2, biasInitializer = Initializer.CONSTANT, biasInitializerScale = Float.NaN)
    Layer b();

    // error SCALE_UNUSED at `3`: biasInitializerScale of "c" has no effect with biasInitializer = ZEROS; remove it
    @Dense(units = 2, biasInitializerScale = 3)
    Layer c();

    // error INITIALIZER_UNUSED at `Initializer.UNIFORM`: initializer of "d" has no effect together with weights; remove one of the two
    @Dense(units = 1, initializer = Initializer.UNIFORM, weights = {1, 2})
    Layer d();

    // error SCALE_UNUSED at `2`: initializerScale of "e" has no effect with weights; remove it
    @Dense(units = 1, initializerScale = 2, weights = 1)
    Layer e();

    // error INITIALIZER_UNUSED at `Initializer.ZEROS`: biasInitializer of "f" has no effect together with bias; remove one of the two
    @Dense(units = 2, biasInitializer = Initializer.ZEROS, bias = {1, 2})
    Layer f();

    // error VALUES_LENGTH at `{1, 2, 3, 4, 5}`: weights of "g" must have one value for each of 2 inputs × 3 units = 6 connections, but has 5
    @Dense(units = 3, weights = {1, 2, 3, 4, 5})
    Layer g();

    // error VALUES_LENGTH at `-0.7f`: bias of "h" must have one value for each of 2 units, but has 1
    @Dense(units = 2, bias = -0.7f)
    Layer h();

    // error VALUE_NOT_FINITE at `Float.NaN`: value 2 of weights of "i" must be finite, not NaN
    @Dense(units = 1, weights = {1, Float.NaN})
    Layer i();

    // error VALUE_NOT_FINITE at `1 / 0f`: value 1 of bias of "j" must be finite, not Infinity
    @Dense(units = 1, bias = 1 / 0f)
    Layer j();

    // error BIAS_UNUSED at `1`: bias of "k" has no effect, because useBias is false; remove one of the two
    @Dense(units = 1, useBias = false, bias = 1)
    Layer k();

    // error BIAS_UNUSED at `Initializer.CONSTANT`: biasInitializer of "l" has no effect, because useBias is false; remove one of the two
    @Dense(units = 1, useBias = false, biasInitializer = Initializer.CONSTANT)
    Layer l();
}
