package dev.longhand.examples.mnist;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Lstm;

/**
 * A recurrent network that reads a digit row by row from the top: 28 steps of 28 pixels.
 *
 * <p>Chosen by its accuracy on 10,000 samples held out of the training set; see {@code docs/experiments.md}.
 */
@Network(
        input = {28, 28},
        loss = Loss.CROSS_ENTROPY)
public interface DigitsByRows {

    /** The state after the rows read so far. */
    @Lstm(units = 96)
    Layer reader();

    /** The probability of each digit, once all rows are read. */
    @Dense(units = 10, activation = Activation.SOFTMAX)
    Layer output();
}
