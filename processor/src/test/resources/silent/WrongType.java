package silent;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

@Network(input = "two", loss = Loss.MEAN_SQUARED_ERROR)
interface WrongType {
    @Dense(units = 2.5, weights = {0.1, 0.2})
    Layer hidden();

    @Dense(units = "one")
    Layer output();
}
