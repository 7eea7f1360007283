package bad;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

// option later.stages=disk full
@Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
// error WRITE_FAILED: the model of "FullDisk" can't be written: java.io.IOException: disk full; solve this problem and compile again
interface FullDisk {
    @Dense(units = 1)
    Layer output();
}
