package dev.longhand.examples.gates;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** OR, set by hand: fires when 0.6·x₁ + 0.6·x₂ − 0.5 &gt; 0. */
@Network(input = 2, loss = Loss.HALF_SQUARED_ERROR)
public interface Or {

    /** The only perceptron. */
    @Dense(
            units = 1,
            activation = Activation.STEP,
            weights = {0.6f, 0.6f},
            bias = -0.5f)
    Layer output();
}
