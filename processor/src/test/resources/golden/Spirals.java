package golden;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Style;
import dev.longhand.layer.Activate;
import dev.longhand.layer.BatchNorm;
import dev.longhand.layer.Dense;

/** Two arms of a spiral, told apart by a small network with batch normalization, in plain loops. */
@Network(input = 2, loss = Loss.BINARY_CROSS_ENTROPY, style = Style.LOOPS)
public interface Spirals {
    @Dense(units = 16, useBias = false)
    Layer hidden();

    @BatchNorm
    Layer norm();

    @Activate(Activation.RELU)
    Layer relu();

    @Dense(units = 1, activation = Activation.SIGMOID)
    Layer output();
}
