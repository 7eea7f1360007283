package dev.longhand.examples.gates;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** One sigmoid unit with binary cross-entropy, which is logistic regression. It can't learn XOR. */
@Network(input = 2, loss = Loss.BINARY_CROSS_ENTROPY)
public interface SigmoidUnit {

    /** The only unit. */
    @Dense(units = 1, activation = Activation.SIGMOID)
    Layer output();
}
