package dev.longhand.examples.mnist;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;

/** The Keras network of note 002: 784-512-10, sigmoids throughout, mean squared error. */
@Network(input = 784, loss = Loss.MEAN_SQUARED_ERROR)
public interface DigitsBySquaredError {

    /** 512 features of pixels. */
    @Dense(units = 512, activation = Activation.SIGMOID)
    Layer hidden();

    /** A score for each digit. */
    @Dense(units = 10, activation = Activation.SIGMOID)
    Layer output();
}
