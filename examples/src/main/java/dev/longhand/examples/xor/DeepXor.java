package dev.longhand.examples.xor;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** The network of note 000: 2-10-10-10-1, sigmoids throughout, binary cross-entropy. */
@Network(input = 2, loss = Loss.BINARY_CROSS_ENTROPY)
public interface DeepXor {

    /** Ten features of the inputs. */
    @Dense(units = 10, activation = Activation.SIGMOID)
    Layer hidden1();

    /** Ten features of the layer before. */
    @Dense(units = 10, activation = Activation.SIGMOID)
    Layer hidden2();

    /** Ten features of the layer before. */
    @Dense(units = 10, activation = Activation.SIGMOID)
    Layer hidden3();

    /** The probability of 1. */
    @Dense(units = 1, activation = Activation.SIGMOID)
    Layer output();
}
