package golden;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Pretrained;
import dev.longhand.layer.Dense;

@Pretrained("/weights/flowers.safetensors")
@Network(input = 4, loss = Loss.CROSS_ENTROPY)
interface Flowers {
    @Dense(units = 3, activation = Activation.SOFTMAX)
    Layer output();
}
