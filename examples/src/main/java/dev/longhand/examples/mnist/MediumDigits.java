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
import dev.longhand.layer.Dropout;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.MaxPool2d;

/**
 * A convolutional network of 81,466 parameters, for training with augmentation: four convolutions, two of them pooled.
 *
 * <p>The normalizations' running statistics average over the last 100 batches, since changed images vary more.
 */
@Network(
        input = {28, 28, 1},
        loss = Loss.CROSS_ENTROPY)
public interface MediumDigits {

    /** 24 feature maps of edges. */
    @Conv2d(
            filters = 24,
            kernel = 3,
            padding = Padding.SAME,
            activation = Activation.RELU,
            initializer = Initializer.HE_NORMAL)
    Layer edges();

    /** The maximum of each 2×2 pool: 14×14. */
    @MaxPool2d
    Layer pooledEdges();

    /** Normalized over the batch. */
    @BatchNorm(momentum = 0.99)
    Layer normalizedEdges();

    /** 48 feature maps of combinations of edges. */
    @Conv2d(
            filters = 48,
            kernel = 3,
            padding = Padding.SAME,
            activation = Activation.RELU,
            initializer = Initializer.HE_NORMAL)
    Layer curves();

    /** The maximum of each 2×2 pool: 7×7. */
    @MaxPool2d
    Layer pooledCurves();

    /** Normalized over the batch. */
    @BatchNorm(momentum = 0.99)
    Layer normalizedCurves();

    /** 64 feature maps of parts of digits: 5×5. */
    @Conv2d(filters = 64, kernel = 3, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer parts();

    /** Normalized over the batch. */
    @BatchNorm(momentum = 0.99)
    Layer normalizedParts();

    /** 64 feature maps of larger parts: 3×3. */
    @Conv2d(filters = 64, kernel = 3, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer wholes();

    /** Normalized over the batch. */
    @BatchNorm(momentum = 0.99)
    Layer normalizedWholes();

    /** All feature maps as one vector. */
    @Flatten
    Layer row();

    /** A fifth of the features are set to 0. */
    @Dropout(rate = 0.2f)
    Layer some();

    /** The probability of each digit. */
    @Dense(units = 10, activation = Activation.SOFTMAX)
    Layer output();
}
