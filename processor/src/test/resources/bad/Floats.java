package bad;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.BatchNorm;
import dev.longhand.layer.Dense;
import dev.longhand.layer.GaussianNoise;
import dev.longhand.layer.Lstm;

class Floats {
    // error NUMBER_NOT_FLOAT at `1e300`: delta of "Settings" is 1.0E300, which a float can't represent; use 0, or a number whose size is between 1.4E-45 and 3.4028235E38
    @Network(input = 2, loss = Loss.HUBER, delta = 1e300)
    interface Settings {
        @Dense(units = 1)
        Layer output();
    }

    @Network(input = {3, 2}, loss = Loss.MEAN_SQUARED_ERROR)
    interface Layers {
        // error NUMBER_NOT_FLOAT at `-1e39`: forgetBias of "reader" is -1.0E39, which a float can't represent; use 0, or a number whose size is between 1.4E-45 and 3.4028235E38
        @Lstm(units = 2, forgetBias = -1e39)
        Layer reader();

        // error NUMBER_NOT_FLOAT at `1e-60`: epsilon of "norm" is 1.0E-60, which a float can't represent; use 0, or a number whose size is between 1.4E-45 and 3.4028235E38
        @BatchNorm(epsilon = 1e-60)
        Layer norm();

        // error NUMBER_NOT_FLOAT at `1e40`: stddev of "noise" is 1.0E40, which a float can't represent; use 0, or a number whose size is between 1.4E-45 and 3.4028235E38
        @GaussianNoise(stddev = 1e40)
        Layer noise();

        // error NUMBER_NOT_FLOAT at `1e99`: slope of "output" is 1.0E99, which a float can't represent; use 0, or a number whose size is between 1.4E-45 and 3.4028235E38
        // error NUMBER_NOT_FLOAT at `-7e38`: weights of "output" is -7.0E38, which a float can't represent; use 0, or a number whose size is between 1.4E-45 and 3.4028235E38
        // error NUMBER_NOT_FLOAT at `1e-46`: bias of "output" is 1.0E-46, which a float can't represent; use 0, or a number whose size is between 1.4E-45 and 3.4028235E38
        @Dense(units = 1, activation = Activation.ELU, slope = 1e99, weights = {0.1, -7e38}, bias = 1e-46)
        Layer output();
    }
}
