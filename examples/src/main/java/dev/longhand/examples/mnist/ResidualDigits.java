package dev.longhand.examples.mnist;

import dev.longhand.Activation;
import dev.longhand.From;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Padding;
import dev.longhand.layer.Activate;
import dev.longhand.layer.Add;
import dev.longhand.layer.BatchNorm;
import dev.longhand.layer.Conv2d;
import dev.longhand.layer.Dense;
import dev.longhand.layer.GlobalAvgPool2d;
import dev.longhand.layer.MaxPool2d;

/**
 * A residual network: each block adds the output of two convolutions to its input, so that they only
 * have to learn the residual (He et al., "Deep residual learning for image recognition", 2016).
 */
@Network(
        input = {28, 28, 1},
        loss = Loss.CROSS_ENTROPY)
public interface ResidualDigits {

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

    /** The first block's first convolution. */
    @Conv2d(filters = 16, kernel = 3, padding = Padding.SAME, useBias = false, initializer = Initializer.HE_NORMAL)
    Layer first();

    /** Normalized over the batch. */
    @BatchNorm
    Layer firstNormalized();

    /** The first block's activation. */
    @Activate(Activation.RELU)
    Layer firstActive();

    /** Its second convolution. */
    @Conv2d(filters = 16, kernel = 3, padding = Padding.SAME, useBias = false, initializer = Initializer.HE_NORMAL)
    Layer second();

    /** Normalized over the batch. */
    @BatchNorm
    Layer secondNormalized();

    /** The shortcut around both convolutions. */
    @Add
    @From({"pooledEdges", "secondNormalized"})
    Layer block();

    /** The first block's activation. */
    @Activate(Activation.RELU)
    Layer blockActive();

    /** 32 feature maps of larger parts, at every other pixel: 7×7. */
    @Conv2d(
            filters = 32,
            kernel = 3,
            stride = 2,
            padding = Padding.SAME,
            activation = Activation.RELU,
            initializer = Initializer.HE_NORMAL)
    Layer parts();

    /** The second block, of one convolution. */
    @Conv2d(filters = 32, kernel = 3, padding = Padding.SAME, useBias = false, initializer = Initializer.HE_NORMAL)
    Layer third();

    /** Normalized over the batch. */
    @BatchNorm
    Layer thirdNormalized();

    /** The shortcut around this convolution. */
    @Add
    @From({"parts", "thirdNormalized"})
    Layer wholeBlock();

    /** The first block's activation. */
    @Activate(Activation.RELU)
    Layer wholeActive();

    /** The mean of each of the 32 feature maps. */
    @GlobalAvgPool2d
    Layer amounts();

    /** The probability of each digit. */
    @Dense(units = 10, activation = Activation.SOFTMAX)
    Layer output();
}
