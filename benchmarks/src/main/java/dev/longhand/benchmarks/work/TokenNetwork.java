package dev.longhand.benchmarks.work;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Embedding;
import dev.longhand.layer.Gru;

/** The network of workload J: reads tokens and tells the class of the sequence. */
@Network(input = RandomSequences.TOKENS, loss = Loss.CROSS_ENTROPY)
public interface TokenNetwork {

    @Embedding(vocabulary = RandomSequences.VOCABULARY, dimensions = 64)
    Layer tokens();

    @Gru(units = 128)
    Layer reader();

    @Dense(units = RandomSequences.CLASSES, activation = Activation.SOFTMAX)
    Layer output();
}
