package dev.longhand.examples.overfitting;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Dropout;

/** The large network with dropout of pixels and of hidden units. */
@Network(input = 784, loss = Loss.CROSS_ENTROPY)
interface NetworkWithDropout {

    /** A tenth of the pixels are set to 0. */
    @Dropout(rate = 0.1f)
    Layer dropout();

    /** 128 features of pixels. */
    @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer hidden1();

    /** Half of these features are set to 0. */
    @Dropout(rate = 0.5f)
    Layer dropout1();

    /** 128 features of these features. */
    @Dense(units = 128, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer hidden2();

    /** Half of these features are set to 0. */
    @Dropout(rate = 0.5f)
    Layer dropout2();

    /** The probability of each digit. */
    @Dense(units = 10, activation = Activation.SOFTMAX)
    Layer output();
}
