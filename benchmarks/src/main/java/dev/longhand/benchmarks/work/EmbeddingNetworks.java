package dev.longhand.benchmarks.work;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Embedding;
import dev.longhand.layer.Gru;

/** Embeddings of 40 letters of an alphabet of 96, read by gated recurrent units. */
public final class EmbeddingNetworks {

    private EmbeddingNetworks() {}

    /** Predicts the letter after the last one. */
    @Network(input = 40, loss = Loss.CROSS_ENTROPY)
    public interface Last {
        @Embedding(vocabulary = 96, dimensions = 32)
        Layer letters();

        @Gru(units = 64)
        Layer reader();

        @Dense(units = 96, activation = Activation.SOFTMAX)
        Layer next();
    }

    /** Predicts the next letter after every letter. */
    @Network(input = 40, loss = Loss.CROSS_ENTROPY)
    public interface Every {
        @Embedding(vocabulary = 96, dimensions = 32)
        Layer letters();

        @Gru(units = 64, returnSequences = true)
        Layer reader();

        @Dense(units = 96, activation = Activation.SOFTMAX)
        Layer next();
    }
}
