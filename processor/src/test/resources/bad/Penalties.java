package bad;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Penalty;
import dev.longhand.layer.BatchNorm;
import dev.longhand.layer.Dense;

class Penalties {
    @Network(input = 12, loss = Loss.MEAN_SQUARED_ERROR)
    interface Factors {
        // error PENALTY_RANGE at `-1`: l2 of "hidden" must be finite and at least 0, not -1.0; 1e-4 is usual
        @Penalty(l1 = 0.5, l2 = -1)
        @Dense(units = 3)
        Layer hidden();

        // error PENALTY_WITHOUT_WEIGHTS at `@Penalty`: "norm" has no weights that a @Penalty could apply to; put it on a layer that has, such as @Dense, or remove it
        @Penalty(l1 = 0.5)
        @BatchNorm
        Layer norm();

        @Dense(units = 1)
        Layer output();
    }
}
