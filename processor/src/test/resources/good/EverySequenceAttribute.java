package good;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Padding;
import dev.longhand.layer.AvgPool1d;
import dev.longhand.layer.Conv1d;
import dev.longhand.layer.MaxPool1d;

/** Every attribute of convolution and pooling of sequences given. */
@Network(
        input = {20, 2},
        loss = Loss.MEAN_SQUARED_ERROR)
interface EverySequenceAttribute {
    @Conv1d(
            filters = 4,
            kernel = 3,
            stride = 2,
            padding = Padding.SAME,
            dilation = 2,
            groups = 2,
            activation = Activation.LEAKY_RELU,
            slope = 0.2f,
            initializer = Initializer.HE_NORMAL,
            initializerScale = 2,
            biasInitializer = Initializer.CONSTANT,
            biasInitializerScale = -0.5f)
    Layer conv1();

    @MaxPool1d(size = 2, stride = 1, padding = Padding.SAME)
    Layer pool1();

    @Conv1d(
            filters = 1,
            kernel = 1,
            explicitPadding = {1, 0},
            weights = {1, 2, 3, 4},
            bias = 5)
    Layer conv2();

    @AvgPool1d(size = 3, stride = 2, explicitPadding = 1)
    Layer pool2();

    @Conv1d(filters = 3, kernel = 1, useBias = false)
    Layer conv3();
}
