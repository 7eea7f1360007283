package dev.longhand.examples.gates;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** XOR, set by hand: NAND and OR side by side, both into AND. */
@Network(input = 2, loss = Loss.HALF_SQUARED_ERROR)
public interface XorOfGates {

    /** s₁ is NAND, s₂ is OR: one column of the weights each. */
    @Dense(
            units = 2,
            activation = Activation.STEP,
            weights = {
                -0.5f, 0.6f, // from x₁
                -0.5f, 0.6f, // from x₂
            },
            bias = {0.7f, -0.5f})
    Layer nandOr();

    /** AND of s₁ and s₂. */
    @Dense(
            units = 1,
            activation = Activation.STEP,
            weights = {0.5f, 0.5f},
            bias = -0.7f)
    Layer and();
}
