package golden;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Padding;
import dev.longhand.Style;
import dev.longhand.layer.AvgPool2d;
import dev.longhand.layer.Conv2d;
import dev.longhand.layer.Dense;
import dev.longhand.layer.GlobalAvgPool2d;
import dev.longhand.layer.MaxPool2d;
import dev.longhand.layer.StochasticPool2d;

/** Textures of 32 × 32 pixels in two colours, told apart through pools of all kinds, by kernels. */
@Network(
        input = {32, 32, 2},
        loss = Loss.CROSS_ENTROPY,
        style = Style.KERNELS)
public interface FastTextures {

    @Conv2d(filters = 4, kernel = 3, stride = 2, padding = Padding.SAME, activation = Activation.RELU)
    Layer edges();

    @StochasticPool2d
    Layer some();

    @AvgPool2d
    Layer mean();

    @MaxPool2d(size = 2, stride = 1)
    Layer largest();

    @GlobalAvgPool2d
    Layer whole();

    @Dense(units = 3, activation = Activation.SOFTMAX)
    Layer texture();
}
