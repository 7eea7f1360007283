package golden;

import dev.longhand.Activation;
import dev.longhand.From;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Output;
import dev.longhand.Style;
import dev.longhand.layer.Concat;
import dev.longhand.layer.Conv2d;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.MaxPool2d;

/** Whose face it is, and where its eyes are, which is read by the layer that tells whose it is. */
@Network(
        input = {16, 16, 1},
        style = Style.KERNELS)
public interface FastFaces {
    @Conv2d(filters = 8, kernel = 3, activation = Activation.RELU)
    Layer edges();

    @MaxPool2d(size = 2)
    Layer pooled();

    @Flatten
    Layer flat();

    @Dense(units = 32, activation = Activation.RELU)
    Layer trunk();

    @Output(loss = Loss.HUBER, delta = 0.5, weight = 2)
    @Dense(units = 4)
    Layer eyes();

    @Concat
    @From({"trunk", "eyes"})
    Layer all();

    @Output(loss = Loss.CROSS_ENTROPY, labelSmoothing = 0.1)
    @Dense(units = 5, activation = Activation.SOFTMAX)
    Layer person();
}
