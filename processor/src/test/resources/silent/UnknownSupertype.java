package silent;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

@Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
interface UnknownSupertype extends Missing {
    @Dense(units = 1)
    Layer output();
}
