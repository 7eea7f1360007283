package dev.longhand.examples.functions;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** The same unit with binary cross-entropy: the more wrong, the larger the gradient. */
@Network(input = 1, loss = Loss.BINARY_CROSS_ENTROPY)
public interface EntropyNeuron {

    /** o = σ(w·x + b). */
    @Dense(units = 1, activation = Activation.SIGMOID)
    Layer output();
}
