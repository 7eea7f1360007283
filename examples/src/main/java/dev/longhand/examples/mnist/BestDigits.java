package dev.longhand.examples.mnist;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Dropout;

/**
 * The best dense network found: 784-512-256-10, ReLU, with dropout of pixels and of hidden units.
 *
 * <p>Chosen by its accuracy on 10,000 samples held out of the training set; see {@code
 * docs/experiments.md}.
 */
@Network(input = 784, loss = Loss.CROSS_ENTROPY)
public interface BestDigits {

    /** A tenth of the pixels are set to 0. */
    @Dropout(rate = 0.1f)
    Layer covered();

    /** 512 features of pixels. */
    @Dense(units = 512, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer hidden1();

    /** Three tenths of these features are set to 0. */
    @Dropout(rate = 0.3f)
    Layer dropout1();

    /** 256 features of these features. */
    @Dense(units = 256, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer hidden2();

    /** Three tenths of these features are set to 0. */
    @Dropout(rate = 0.3f)
    Layer dropout2();

    /** The probability of each digit. */
    @Dense(units = 10, activation = Activation.SOFTMAX)
    Layer output();
}
