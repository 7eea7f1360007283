package silent;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

@Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
interface NoUnits {
    @Dense(units = MISSING)
    Layer hidden();

    @Dense(units = )
    Layer output();
}
