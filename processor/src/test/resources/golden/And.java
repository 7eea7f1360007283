package golden;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

@Network(input = 2, loss = Loss.HALF_SQUARED_ERROR)
public interface And {
    @Dense(
            units = 1,
            activation = Activation.STEP,
            weights = {0.5f, 0.5f},
            bias = -0.7f)
    Layer output();
}
