package dev.longhand.examples.gates;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/**
 * Three perceptrons whose lines x₁ = 0, x₂ = 0 and x₁ + x₂ = 1 cut the plane into seven regions: each
 * region becomes one point, a corner of a cube.
 */
@Network(input = 2, loss = Loss.HALF_SQUARED_ERROR)
public interface ThreeLines {

    /** One output for each line: 1 on its right or upper side. */
    @Dense(
            units = 3,
            activation = Activation.STEP,
            weights = {
                1, 0, 1, // from x₁
                0, 1, 1, // from x₂
            },
            bias = {0, 0, -1})
    Layer sides();
}
