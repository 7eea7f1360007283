package dev.longhand.examples.mnist;

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

/** A small convolutional network as in note 003: convolution and pooling twice, then fully connected layers. */
@Network(
        input = {28, 28, 1},
        loss = Loss.CROSS_ENTROPY)
public interface ConvolvedDigits {

    /** 16 feature maps of edges. */
    @Conv2d(
            filters = 16,
            kernel = 3,
            padding = Padding.SAME,
            activation = Activation.RELU,
            initializer = Initializer.HE_NORMAL)
    Layer edges();

    /** The maximum of each 2×2 pool: 14×14. */
    @MaxPool2d
    Layer pooledEdges();

    /** 32 feature maps of combinations of edges. */
    @Conv2d(
            filters = 32,
            kernel = 3,
            padding = Padding.SAME,
            activation = Activation.RELU,
            initializer = Initializer.HE_NORMAL)
    Layer parts();

    /** The maximum of each 2×2 pool: 7×7. */
    @MaxPool2d
    Layer pooledParts();

    /** All feature maps as one vector. */
    @Flatten
    Layer row();

    /** 128 features of the whole image. */
    @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer whole();

    /** The probability of each digit. */
    @Dense(units = 10, activation = Activation.SOFTMAX)
    Layer output();
}
