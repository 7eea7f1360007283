package dev.longhand.examples.text;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Embedding;
import dev.longhand.layer.Lstm;

/** Reads 64 letters and predicts the next one after each. */
@Network(input = Letters.LENGTH, loss = Loss.CROSS_ENTROPY)
public interface Letters {

    /** The letters of a sample. */
    int LENGTH = 64;

    /** A vector for each letter. */
    @Embedding(vocabulary = Alphabet.SIZE, dimensions = 32)
    Layer letters();

    /** The state after the letters read so far. */
    @Lstm(units = 192, returnSequences = true)
    Layer reader();

    /** The probability of each letter to come next. */
    @Dense(units = Alphabet.SIZE, activation = Activation.SOFTMAX)
    Layer next();
}
