package dev.longhand.examples.functions;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** Six layers of ReLUs: gradients reach the first layer. */
@Network(input = 10, loss = Loss.BINARY_CROSS_ENTROPY)
public interface DeepRelus {

    /** Layer 1. */
    @Dense(units = 20, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer hidden1();

    /** Layer 2. */
    @Dense(units = 20, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer hidden2();

    /** Layer 3. */
    @Dense(units = 20, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer hidden3();

    /** Layer 4. */
    @Dense(units = 20, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer hidden4();

    /** Layer 5. */
    @Dense(units = 20, activation = Activation.RELU, initializer = Initializer.HE_NORMAL)
    Layer hidden5();

    /** Layer 6. */
    @Dense(units = 1, activation = Activation.SIGMOID)
    Layer output();
}
