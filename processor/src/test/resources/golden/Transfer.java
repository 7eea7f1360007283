package golden;

import dev.longhand.Activation;
import dev.longhand.Frozen;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Activate;
import dev.longhand.layer.BatchNorm;
import dev.longhand.layer.Dense;

@Network(input = 4, loss = Loss.CROSS_ENTROPY)
interface Transfer {
    @Dense(units = 5)
    @Frozen
    Layer features();

    @BatchNorm
    @Frozen
    Layer normalized();

    @Activate(Activation.RELU)
    Layer active();

    @Dense(units = 3, activation = Activation.SOFTMAX)
    Layer output();
}
