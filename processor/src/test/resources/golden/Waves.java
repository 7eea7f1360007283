package golden;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Padding;
import dev.longhand.Style;
import dev.longhand.layer.AvgPool1d;
import dev.longhand.layer.Conv1d;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.MaxPool1d;

/** Convolution and pooling of sequences, as loops. */
@Network(input = {24, 2}, loss = Loss.CROSS_ENTROPY, style = Style.LOOPS)
interface Waves {
    @Conv1d(filters = 8, kernel = 3, padding = Padding.SAME, activation = Activation.RELU)
    Layer conv1();

    @MaxPool1d
    Layer pool1();

    @Conv1d(filters = 4, kernel = 3, dilation = 2, explicitPadding = {4, 0}, activation = Activation.TANH)
    Layer conv2();

    @AvgPool1d(size = 3, stride = 2)
    Layer pool2();

    @Flatten
    Layer flat();

    @Dense(units = 3, activation = Activation.SOFTMAX)
    Layer output();
}
