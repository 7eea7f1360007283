package dev.longhand.examples.mnist;

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
import dev.longhand.layer.Dropout;
import dev.longhand.layer.Flatten;
import dev.longhand.layer.MaxPool2d;

/**
 * The best small network found: four convolutions with batch normalization, and dropout before the dense layers.
 *
 * <p>Chosen by its accuracy on 10,000 samples held out of the training set; see {@code
 * docs/experiments.md}.
 */
@Network(
        input = {28, 28, 1},
        loss = Loss.CROSS_ENTROPY)
public interface DeepDigits {

    /** 16 feature maps of edges. */
    @Conv2d(filters = 16, kernel = 3, padding = Padding.SAME, useBias = false, initializer = Initializer.HE_NORMAL)
    Layer convolution1();

    /** Normalized over the batch. */
    @BatchNorm
    Layer normalized1();

    /** Rectified: max(0, x). */
    @Activate(Activation.RELU)
    Layer active1();

    /** 16 feature maps of corners and curves. */
    @Conv2d(filters = 16, kernel = 3, padding = Padding.SAME, useBias = false, initializer = Initializer.HE_NORMAL)
    Layer convolution2();

    /** Normalized over the batch. */
    @BatchNorm
    Layer normalized2();

    /** Rectified: max(0, x). */
    @Activate(Activation.RELU)
    Layer active2();

    /** The maximum of each 2×2 pool: 14×14. */
    @MaxPool2d
    Layer pooled2();

    /** 32 feature maps of parts of digits. */
    @Conv2d(filters = 32, kernel = 3, padding = Padding.SAME, useBias = false, initializer = Initializer.HE_NORMAL)
    Layer convolution3();

    /** Normalized over the batch. */
    @BatchNorm
    Layer normalized3();

    /** Rectified: max(0, x). */
    @Activate(Activation.RELU)
    Layer active3();

    /** 32 feature maps of larger parts. */
    @Conv2d(filters = 32, kernel = 3, padding = Padding.SAME, useBias = false, initializer = Initializer.HE_NORMAL)
    Layer convolution4();

    /** Normalized over the batch. */
    @BatchNorm
    Layer normalized4();

    /** Rectified: max(0, x). */
    @Activate(Activation.RELU)
    Layer active4();

    /** The maximum of each 2×2 pool: 7×7. */
    @MaxPool2d
    Layer pooled4();

    /** A fifth of the features are set to 0. */
    @Dropout(rate = 0.2f)
    Layer some4();

    /** All feature maps as one vector. */
    @Flatten
    Layer row();

    /** 128 features of the whole image. */
    @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer whole();

    /** Two fifths of them are set to 0. */
    @Dropout(rate = 0.4f)
    Layer some();

    /** The probability of each digit. */
    @Dense(units = 10, activation = Activation.SOFTMAX)
    Layer output();
}
