package dev.longhand.examples.mnist;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.BatchNorm;
import dev.longhand.layer.Conv2d;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Dropout;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.MaxPool2d;

/**
 * A convolutional network of 135,818 parameters, for training with augmentation: four convolutions, two of them pooled.
 *
 * <p>The normalizations' running statistics average over the last 100 batches, since changed images vary more.
 */
@Network(
        input = {28, 28, 1},
        loss = Loss.CROSS_ENTROPY)
public interface MediumDigits {

    /** 32 feature maps of strokes: 24×24. */
    @Conv2d(filters = 32, kernel = 5, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer strokes();

    /** The maximum of each 2×2 pool: 12×12. */
    @MaxPool2d
    Layer pooledStrokes();

    /** Normalized over the batch. */
    @BatchNorm(momentum = 0.99)
    Layer normalizedStrokes();

    /** 64 feature maps of combinations of strokes: 10×10. */
    @Conv2d(filters = 64, kernel = 3, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer curves();

    /** Normalized over the batch. */
    @BatchNorm(momentum = 0.99)
    Layer normalizedCurves();

    /** 64 feature maps of parts of digits: 8×8. */
    @Conv2d(filters = 64, kernel = 3, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer parts();

    /** The maximum of each 2×2 pool: 4×4. */
    @MaxPool2d
    Layer pooledParts();

    /** Normalized over the batch. */
    @BatchNorm(momentum = 0.99)
    Layer normalizedParts();

    /** 128 feature maps of larger parts: 2×2. */
    @Conv2d(filters = 128, kernel = 3, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer wholes();

    /** Normalized over the batch. */
    @BatchNorm(momentum = 0.99)
    Layer normalizedWholes();

    /** All feature maps as one vector. */
    @Flatten
    Layer row();

    /** Three tenths of the features are set to 0. */
    @Dropout(rate = 0.3f)
    Layer some();

    /** The probability of each digit. */
    @Dense(units = 10, activation = Activation.SOFTMAX)
    Layer output();
}
