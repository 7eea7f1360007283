package dev.longhand.examples.gates;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/**
 * A perceptron that learns. Training uses 1 as the derivative of the step, so that with half the squared
 * error a step of gradient descent is Rosenblatt's rule: w ← w + η·(t − y)·x, b ← b + η·(t − y).
 */
@Network(input = 2, loss = Loss.HALF_SQUARED_ERROR)
public interface Perceptron {

    /** The only perceptron; its initial weights are uniform in [−1, 1]. */
    @Dense(
            units = 1,
            activation = Activation.STEP,
            initializer = Initializer.UNIFORM,
            initializerScale = 1,
            biasInitializer = Initializer.UNIFORM,
            biasInitializerScale = 1)
    Layer output();
}
