package good;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Padding;
import dev.longhand.layer.AvgPool2d;
import dev.longhand.layer.Conv2d;
import dev.longhand.layer.GlobalAvgPool2d;
import dev.longhand.layer.MaxPool2d;
import dev.longhand.layer.StochasticPool2d;

/** Every attribute of convolution and pooling given. */
@Network(
        input = {20, 21, 2},
        loss = Loss.MEAN_SQUARED_ERROR)
interface EveryImageAttribute {
    @Conv2d(
            filters = 4,
            kernel = {3, 2},
            stride = {1, 2},
            padding = Padding.SAME,
            dilation = {2, 1},
            groups = 2,
            activation = Activation.LEAKY_RELU,
            slope = 0.2f,
            initializer = Initializer.HE_NORMAL,
            initializerScale = 2,
            biasInitializer = Initializer.CONSTANT,
            biasInitializerScale = -0.5f)
    Layer conv1();

    @MaxPool2d(size = 2, stride = 1, padding = Padding.SAME)
    Layer pool1();

    @Conv2d(
            filters = 1,
            kernel = {1, 1},
            explicitPadding = {1, 0, 2, 1},
            weights = {1, 2, 3, 4},
            bias = 5)
    Layer conv2();

    @AvgPool2d(
            size = {3, 2},
            explicitPadding = 1)
    Layer pool2();

    @StochasticPool2d(
            explicitPadding = {0, 1})
    Layer pool3();

    @Conv2d(filters = 3, kernel = 1, useBias = false)
    Layer conv3();

    @GlobalAvgPool2d
    Layer means();
}
