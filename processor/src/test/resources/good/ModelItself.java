package good;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** A declaration may be a model itself, so that it can stand for one. */
@Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
public interface ModelItself extends dev.longhand.model.Model {
    @Dense(units = 1)
    Layer output();
}
