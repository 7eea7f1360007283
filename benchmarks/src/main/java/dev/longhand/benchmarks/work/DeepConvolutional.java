package dev.longhand.benchmarks.work;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Padding;
import dev.longhand.layer.Activate;
import dev.longhand.layer.BatchNorm;
import dev.longhand.layer.Conv2d;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.MaxPool2d;

/** The network of workload H: {@code DeepDigits} of the examples without dropout, which engines draw differently. */
@Network(
        input = {28, 28, 1},
        loss = Loss.CROSS_ENTROPY)
public interface DeepConvolutional {

    @Conv2d(filters = 16, kernel = 3, padding = Padding.SAME, useBias = false, initializer = Initializer.HE_NORMAL)
    Layer convolution1();

    @BatchNorm
    Layer norm1();

    @Activate(Activation.RELU)
    Layer active1();

    @Conv2d(filters = 16, kernel = 3, padding = Padding.SAME, useBias = false, initializer = Initializer.HE_NORMAL)
    Layer convolution2();

    @BatchNorm
    Layer norm2();

    @Activate(Activation.RELU)
    Layer active2();

    @MaxPool2d
    Layer pool2();

    @Conv2d(filters = 32, kernel = 3, padding = Padding.SAME, useBias = false, initializer = Initializer.HE_NORMAL)
    Layer convolution3();

    @BatchNorm
    Layer norm3();

    @Activate(Activation.RELU)
    Layer active3();

    @Conv2d(filters = 32, kernel = 3, padding = Padding.SAME, useBias = false, initializer = Initializer.HE_NORMAL)
    Layer convolution4();

    @BatchNorm
    Layer norm4();

    @Activate(Activation.RELU)
    Layer active4();

    @MaxPool2d
    Layer pool4();

    @Flatten
    Layer flat();

    @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer hidden();

    @Dense(units = 10, activation = Activation.SOFTMAX)
    Layer output();
}
