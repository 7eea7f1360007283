package com.acme.opinions;

import com.acme.vocabulary.Words;
import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Embedding;
import dev.longhand.layer.Gru;

/** Whether three words praise or blame. The size of the embedding is a constant that another processor writes. */
@Words({"it", "not", "good", "bad", "fine", "poor"})
@Network(input = 3, loss = Loss.BINARY_CROSS_ENTROPY)
public interface Opinion {

    /** A vector for each word. */
    @Embedding(vocabulary = OpinionWords.SIZE, dimensions = 4)
    Layer words();

    /** What has been read. */
    @Gru(units = 8)
    Layer read();

    /** The probability of praise. */
    @Dense(units = 1, activation = Activation.SIGMOID)
    Layer praise();
}
