package dev.longhand.examples.functions;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** One sigmoid unit with half the squared error, which learns slowly when its output is badly wrong. */
@Network(input = 1, loss = Loss.HALF_SQUARED_ERROR)
public interface SquaredNeuron {

    /** o = σ(w·x + b). */
    @Dense(units = 1, activation = Activation.SIGMOID)
    Layer output();
}
