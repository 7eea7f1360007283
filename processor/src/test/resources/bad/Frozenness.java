package bad;

import dev.longhand.Activation;
import dev.longhand.Frozen;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Activate;
import dev.longhand.layer.Dense;

class Frozenness {
    @Network(input = 12, loss = Loss.MEAN_SQUARED_ERROR)
    interface WithoutParameters {
        @Frozen
        @Dense(units = 3)
        Layer hidden();

        // error FROZEN_WITHOUT_PARAMETERS at `@Frozen`: "tanh" has no parameters that could be frozen; put @Frozen on a layer that has, such as @Dense, or remove it
        @Frozen
        @Activate(Activation.TANH)
        Layer tanh();

        @Dense(units = 1)
        Layer output();
    }
}
