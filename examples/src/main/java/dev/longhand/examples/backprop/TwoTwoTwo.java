package dev.longhand.examples.backprop;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/**
 * The network of note 000: two inputs, two hidden and two output units, no biases.
 *
 * <p>The note numbers weights by unit, z₁ = W₁·x₁ + W₂·x₂; here a row of weights belongs to one input.
 */
@Network(input = 2, loss = Loss.HALF_SQUARED_ERROR)
public interface TwoTwoTwo {

    /** h₁ and h₂. */
    @Dense(
            units = 2,
            activation = Activation.SIGMOID,
            useBias = false,
            weights = {
                0.3f, 0.4f, //   from x₁: W₁ to h₁, W₃ to h₂
                0.25f, 0.35f, // from x₂: W₂ to h₁, W₄ to h₂
            })
    Layer hidden();

    /** o₁ and o₂. */
    @Dense(
            units = 2,
            activation = Activation.SIGMOID,
            useBias = false,
            weights = {
                0.45f, 0.7f, // from h₁: W₅ to o₁, W₇ to o₂
                0.4f, 0.6f, //  from h₂: W₆ to o₁, W₈ to o₂
            })
    Layer output();
}
