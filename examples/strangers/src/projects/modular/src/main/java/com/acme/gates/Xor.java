package com.acme.gates;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** Exclusive or. */
@Network(input = 2, loss = Loss.BINARY_CROSS_ENTROPY)
interface Xor {

    /**
     * The hidden layer.
     *
     * @return the layer
     */
    @Dense(units = 8, activation = Activation.TANH)
    Layer hidden();

    /**
     * The probability of 1.
     *
     * @return the layer
     */
    @Dense(units = 1, activation = Activation.SIGMOID)
    Layer output();
}
