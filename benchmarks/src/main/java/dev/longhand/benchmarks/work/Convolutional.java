package dev.longhand.benchmarks.work;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Padding;
import dev.longhand.layer.Conv2d;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.MaxPool2d;

/** The network of workload C. */
@Network(
        input = {28, 28, 1},
        loss = Loss.CROSS_ENTROPY)
public interface Convolutional {

    @Conv2d(
            filters = 16,
            kernel = 3,
            padding = Padding.SAME,
            activation = Activation.RELU,
            initializer = Initializer.HE_NORMAL)
    Layer convolution1();

    @MaxPool2d
    Layer pool1();

    @Conv2d(
            filters = 32,
            kernel = 3,
            padding = Padding.SAME,
            activation = Activation.RELU,
            initializer = Initializer.HE_NORMAL)
    Layer convolution2();

    @MaxPool2d
    Layer pool2();

    @Flatten
    Layer flat();

    @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer hidden();

    @Dense(units = 10, activation = Activation.SOFTMAX)
    Layer output();
}
