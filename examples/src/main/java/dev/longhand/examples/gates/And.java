package dev.longhand.examples.gates;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** AND, set by hand: fires when 0.5·x₁ + 0.5·x₂ − 0.7 &gt; 0. */
@Network(input = 2, loss = Loss.HALF_SQUARED_ERROR)
public interface And {

    /** The only perceptron. */
    @Dense(
            units = 1,
            activation = Activation.STEP,
            weights = {0.5f, 0.5f},
            bias = -0.7f)
    Layer output();
}
