package dev.longhand.examples.functions;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** Six layers of sigmoids: gradients vanish towards the first layer. */
@Network(input = 10, loss = Loss.BINARY_CROSS_ENTROPY)
public interface DeepSigmoids {

    /** Layer 1. */
    @Dense(units = 20, activation = Activation.SIGMOID)
    Layer hidden1();

    /** Layer 2. */
    @Dense(units = 20, activation = Activation.SIGMOID)
    Layer hidden2();

    /** Layer 3. */
    @Dense(units = 20, activation = Activation.SIGMOID)
    Layer hidden3();

    /** Layer 4. */
    @Dense(units = 20, activation = Activation.SIGMOID)
    Layer hidden4();

    /** Layer 5. */
    @Dense(units = 20, activation = Activation.SIGMOID)
    Layer hidden5();

    /** Layer 6. */
    @Dense(units = 1, activation = Activation.SIGMOID)
    Layer output();
}
