package golden;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

@Network(input = 2, loss = Loss.BINARY_CROSS_ENTROPY)
public interface Xor {
    @Dense(units = 2, activation = Activation.SIGMOID)
    Layer hidden();

    @Dense(units = 1, activation = Activation.SIGMOID)
    Layer output();
}
