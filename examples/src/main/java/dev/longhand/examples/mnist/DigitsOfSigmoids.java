package dev.longhand.examples.mnist;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** The network of note 001: 784-50-100-10, sigmoid, softmax. */
@Network(input = 784, loss = Loss.CROSS_ENTROPY)
public interface DigitsOfSigmoids {

    /** Fifty features of pixels. */
    @Dense(units = 50, activation = Activation.SIGMOID)
    Layer hidden1();

    /** A hundred features of the first fifty. */
    @Dense(units = 100, activation = Activation.SIGMOID)
    Layer hidden2();

    /** The probability of each digit. */
    @Dense(units = 10, activation = Activation.SOFTMAX)
    Layer output();
}
