package dev.longhand.examples.regression;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** Linear regression: one unit without an activation, y = w·x + b, and the mean squared error. */
@Network(input = 1, loss = Loss.MEAN_SQUARED_ERROR)
public interface Line {

    /** w and b. */
    @Dense(units = 1, activation = Activation.IDENTITY)
    Layer output();
}
