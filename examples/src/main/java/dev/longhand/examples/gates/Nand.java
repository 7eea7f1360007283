package dev.longhand.examples.gates;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** NAND, set by hand: {@link And} with every sign reversed. */
@Network(input = 2, loss = Loss.HALF_SQUARED_ERROR)
public interface Nand {

    /** The only perceptron. */
    @Dense(
            units = 1,
            activation = Activation.STEP,
            weights = {-0.5f, -0.5f},
            bias = 0.7f)
    Layer output();
}
