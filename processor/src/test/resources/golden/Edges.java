package golden;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Style;
import dev.longhand.layer.Activate;
import dev.longhand.layer.BatchNorm;
import dev.longhand.layer.Conv2d;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Dropout;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.MaxPool2d;

/** Convolution, batch norm, activation, dropout and pooling in the notes' order. */
@Network(input = {28, 28, 1}, loss = Loss.CROSS_ENTROPY, style = Style.KERNELS)
interface Edges {
    @Conv2d(filters = 16, kernel = 3, useBias = false)
    Layer conv();

    @BatchNorm
    Layer norm();

    @Activate(Activation.RELU)
    Layer relu();

    @Dropout(rate = 0.2f)
    Layer drop();

    @MaxPool2d(size = 2)
    Layer pool();

    @Flatten
    Layer flat();

    @Dense(units = 10, activation = Activation.SOFTMAX)
    Layer output();
}
