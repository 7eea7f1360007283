package dev.longhand.examples.gates;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** OR with the outputs −1 and 1, set by hand: its decision boundary is x₁ + x₂ − 0.5 = 0. */
@Network(input = 2, loss = Loss.HALF_SQUARED_ERROR)
public interface SignOr {

    /** The only perceptron. */
    @Dense(
            units = 1,
            activation = Activation.SIGN,
            weights = {1, 1},
            bias = -0.5f)
    Layer output();
}
