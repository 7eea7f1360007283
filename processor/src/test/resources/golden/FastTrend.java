package golden;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Style;
import dev.longhand.layer.Dense;
import dev.longhand.layer.LayerNorm;
import dev.longhand.layer.Rnn;

/** The next value of a series from the last twelve: a recurrent layer, normalized, by kernels. */
@Network(input = {12, 1}, loss = Loss.MEAN_SQUARED_ERROR, style = Style.KERNELS)
public interface FastTrend {
    @Rnn(units = 16)
    Layer reader();

    @LayerNorm
    Layer norm();

    @Dense(units = 1)
    Layer output();
}
