package silent;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Activate;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Dropout;

@Network(input = 3, loss = Loss.MEAN_SQUARED_ERROR)
interface MissingAttribute {
    @Dense
    Layer hidden();

    @Dropout
    Layer drop();

    @Activate
    Layer output();
}
