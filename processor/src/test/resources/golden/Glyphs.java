package golden;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Style;
import dev.longhand.layer.Activate;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Dropout;
import dev.longhand.layer.Flatten;

@Network(
        input = {5, 4},
        loss = Loss.CROSS_ENTROPY,
        labelSmoothing = 0.1f,
        style = Style.LOOPS)
abstract class Glyphs {
    @Flatten
    abstract Layer pixels();

    @Dense(units = 16, useBias = false, initializer = Initializer.HE_NORMAL)
    abstract Layer features();

    @Activate(Activation.GELU)
    abstract Layer activation();

    @Dropout(rate = 0.25f)
    abstract Layer dropout();

    @Dense(units = 12, activation = Activation.LEAKY_RELU, slope = 0.2f)
    abstract Layer hidden();

    @Dense(units = 3, activation = Activation.SOFTMAX)
    abstract Layer output();
}
