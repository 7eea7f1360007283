package dev.longhand.examples.slant;

import dev.longhand.Activation;
import dev.longhand.From;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.Output;
import dev.longhand.layer.Dense;

/** Two outputs on one trunk: the digit, one of ten classes, and its slant, a number. */
@Network(input = 784)
public interface DigitAndSlant {

    /** The trunk. */
    @Dense(units = 100, activation = Activation.RELU)
    Layer trunk();

    /** The probability of each digit. */
    @Output(loss = Loss.CROSS_ENTROPY)
    @Dense(units = 10, activation = Activation.SOFTMAX)
    Layer digit();

    /** The slant. */
    @Output(loss = Loss.MEAN_SQUARED_ERROR, weight = 5)
    @From("trunk")
    @Dense(units = 1)
    Layer slant();
}
