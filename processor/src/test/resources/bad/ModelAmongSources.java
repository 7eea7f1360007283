package bad;

import dev.longhand.Layer;
import dev.longhand.LonghandGenerated;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

@Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
// error MODEL_AMONG_SOURCES at `interface ModelAmongSources`: "ModelAmongSourcesModel", the model of "ModelAmongSources" from an earlier compilation, is among the sources; leave the folder of generated sources out of the source path, or delete the file
interface ModelAmongSources {
    @Dense(units = 1)
    Layer output();
}

@LonghandGenerated
class ModelAmongSourcesModel {}
