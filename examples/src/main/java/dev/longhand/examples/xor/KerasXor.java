package dev.longhand.examples.xor;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** The Keras network of note 002: 2-2-1, sigmoids, mean squared error. */
@Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
public interface KerasXor {

    /** Two features, the fewest that suffice. */
    @Dense(units = 2, activation = Activation.SIGMOID)
    Layer hidden();

    /** The output. */
    @Dense(units = 1, activation = Activation.SIGMOID)
    Layer output();
}
