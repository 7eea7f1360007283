package bad;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

// option longhand.style=fast
// error OPTION_VALUE nowhere: the option longhand.style is "fast"; use auto, unrolled, loops or kernels
@Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
interface StyleOption {
    @Dense(units = 1)
    Layer output();
}
