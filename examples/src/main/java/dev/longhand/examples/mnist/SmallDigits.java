package dev.longhand.examples.mnist;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Padding;
import dev.longhand.layer.BatchNorm;
import dev.longhand.layer.Conv2d;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.MaxPool2d;

/** A convolutional network of 13,618 parameters, for training with augmentation: three convolutions, each pooled. */
@Network(
        input = {28, 28, 1},
        loss = Loss.CROSS_ENTROPY)
public interface SmallDigits {

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

    /** Normalized over the batch. */
    @BatchNorm
    Layer normalizedEdges();

    /** 24 feature maps of combinations of edges. */
    @Conv2d(
            filters = 24,
            kernel = 3,
            padding = Padding.SAME,
            activation = Activation.RELU,
            initializer = Initializer.HE_NORMAL)
    Layer curves();

    /** The maximum of each 2×2 pool: 7×7. */
    @MaxPool2d
    Layer pooledCurves();

    /** Normalized over the batch. */
    @BatchNorm
    Layer normalizedCurves();

    /** 32 feature maps of parts of digits. */
    @Conv2d(
            filters = 32,
            kernel = 3,
            padding = Padding.SAME,
            activation = Activation.RELU,
            initializer = Initializer.HE_NORMAL)
    Layer parts();

    /** The maximum of each 2×2 pool: 3×3. */
    @MaxPool2d
    Layer pooledParts();

    /** Normalized over the batch. */
    @BatchNorm
    Layer normalizedParts();

    /** All feature maps as one vector. */
    @Flatten
    Layer row();

    /** The probability of each digit. */
    @Dense(units = 10, activation = Activation.SOFTMAX)
    Layer output();
}
