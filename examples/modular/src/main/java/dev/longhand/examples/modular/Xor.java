package dev.longhand.examples.modular;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** Exclusive or, with 8 hidden units. */
@Network(input = 2, loss = Loss.BINARY_CROSS_ENTROPY)
public interface Xor {

    /** The hidden layer. */
    @Dense(units = 8, activation = Activation.TANH)
    Layer hidden();

    /** The probability of 1. */
    @Dense(units = 1, activation = Activation.SIGMOID)
    Layer output();
}
