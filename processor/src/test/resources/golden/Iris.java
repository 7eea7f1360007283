package golden;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

@Network(input = 4, loss = Loss.CROSS_ENTROPY, standalone = true)
public interface Iris {
    @Dense(units = 8, activation = Activation.TANH)
    Layer hidden();

    @Dense(units = 3, activation = Activation.SOFTMAX)
    Layer output();
}
