package dev.longhand.benchmarks.work;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Embedding;
import dev.longhand.layer.Lstm;

/** The network of workload I: reads letters and predicts the next one after each. */
@Network(input = RandomSequences.LETTERS, loss = Loss.CROSS_ENTROPY)
public interface LetterNetwork {

    @Embedding(vocabulary = RandomSequences.ALPHABET, dimensions = 32)
    Layer letters();

    @Lstm(units = 128, returnSequences = true)
    Layer reader();

    @Dense(units = RandomSequences.ALPHABET, activation = Activation.SOFTMAX)
    Layer next();
}
