package golden;

import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Style;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Lstm;

/** The next value of a series from the last twelve, as loops: an LSTM beside its formulas. */
@Network(input = {12, 1}, loss = Loss.MEAN_SQUARED_ERROR, style = Style.LOOPS)
public interface Trend {
    @Lstm(units = 4)
    Layer reader();

    @Dense(units = 1)
    Layer output();
}
