package bad;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

class LossSettings {
    // error LABEL_SMOOTHING_RANGE at `1`: labelSmoothing must be at least 0 and less than 1, not 1.0
    @Network(input = 2, loss = Loss.CROSS_ENTROPY, labelSmoothing = 1)
    interface Smooth {
        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer output();
    }

    // error LABEL_SMOOTHING_RANGE at `Float.NaN`: labelSmoothing must be at least 0 and less than 1, not NaN
    @Network(input = 2, loss = Loss.CROSS_ENTROPY, labelSmoothing = Float.NaN)
    interface Undefined {
        @Dense(units = 3, activation = Activation.SOFTMAX)
        Layer output();
    }

    // error LABEL_SMOOTHING_LOSS at `0.1f`: labelSmoothing is for CROSS_ENTROPY, but the loss is HUBER; remove it
    @Network(input = 2, loss = Loss.HUBER, labelSmoothing = 0.1f)
    interface Rough {
        @Dense(units = 3)
        Layer output();
    }

    // error DELTA_RANGE at `0`: delta must be a finite number greater than 0, not 0.0
    @Network(input = 2, loss = Loss.HUBER, delta = 0)
    interface Zero {
        @Dense(units = 3)
        Layer output();
    }

    // error DELTA_LOSS at `2`: delta is for HUBER, but the loss is MEAN_SQUARED_ERROR; remove it
    @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR, delta = 2)
    interface Square {
        @Dense(units = 3)
        Layer output();
    }
}
