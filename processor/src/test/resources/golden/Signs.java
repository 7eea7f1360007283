package golden;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Pretrained;
import dev.longhand.layer.BatchNorm;
import dev.longhand.layer.Dense;

@Pretrained("/weights/signs.safetensors")
@Network(input = 2, loss = Loss.BINARY_CROSS_ENTROPY)
interface Signs {
    @Dense(units = 2)
    Layer hidden();

    @BatchNorm
    Layer norm();

    @Dense(units = 1, activation = Activation.SIGMOID)
    Layer output();
}
