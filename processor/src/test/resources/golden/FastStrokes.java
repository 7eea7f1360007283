package golden;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Padding;
import dev.longhand.Style;
import dev.longhand.layer.Conv2d;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.MaxPool2d;

/** Which way a stroke of the pen goes, from an image of 8 × 8 pixels, by the kernels that do the work in one go. */
@Network(
        input = {8, 8, 1},
        loss = Loss.CROSS_ENTROPY,
        style = Style.KERNELS)
public interface FastStrokes {

    @Conv2d(filters = 4, kernel = 3, padding = Padding.SAME, activation = Activation.RELU)
    Layer edges();

    @MaxPool2d
    Layer smaller();

    @Conv2d(filters = 8, kernel = 3, activation = Activation.RELU)
    Layer corners();

    @Flatten
    Layer flat();

    @Dense(units = 4, activation = Activation.SOFTMAX)
    Layer direction();
}
