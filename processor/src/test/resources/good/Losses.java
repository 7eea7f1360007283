package good;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Activate;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Flatten;

/** Every loss with an activation that it goes with. */
class Losses {
    @Network(input = 2, loss = Loss.CROSS_ENTROPY)
    interface Logs {
        @Dense(units = 3, activation = Activation.LOG_SOFTMAX)
        Layer output();
    }

    @Network(input = 2, loss = Loss.LOG_LIKELIHOOD)
    interface Bits {
        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer output();
    }

    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
    interface Brier {
        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer output();
    }

    @Network(input = {2, 2}, loss = Loss.BINARY_CROSS_ENTROPY)
    interface Pixels {
        @Activate(Activation.SIGMOID)
        Layer pixels();

        @Flatten
        Layer output();
    }

    @Network(input = 2, loss = Loss.MEAN_ABSOLUTE_ERROR)
    interface Sign {
        @Dense(units = 1, activation = Activation.SIGN)
        Layer output();
    }
}
