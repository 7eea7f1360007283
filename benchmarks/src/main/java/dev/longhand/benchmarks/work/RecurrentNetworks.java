package dev.longhand.benchmarks.work;

import dev.longhand.Activation;
import dev.longhand.Layer;
import dev.longhand.Loss;
import dev.longhand.Network;
import dev.longhand.layer.Dense;
import dev.longhand.layer.Gru;
import dev.longhand.layer.Lstm;
import dev.longhand.layer.Rnn;

/** One recurrent layer of 96 units each, which reads 28 steps of 28 numbers. */
public final class RecurrentNetworks {

    private RecurrentNetworks() {}

    /** A simple recurrent layer with tanh. */
    @Network(
            input = {28, 28},
            loss = Loss.CROSS_ENTROPY)
    public interface Rnn96 {
        @Rnn(units = 96)
        Layer reader();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** Gated recurrent units. */
    @Network(
            input = {28, 28},
            loss = Loss.CROSS_ENTROPY)
    public interface Gru96 {
        @Gru(units = 96)
        Layer reader();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }

    /** Long short-term memory. */
    @Network(
            input = {28, 28},
            loss = Loss.CROSS_ENTROPY)
    public interface Lstm96 {
        @Lstm(units = 96)
        Layer reader();

        @Dense(units = 10, activation = Activation.SOFTMAX)
        Layer output();
    }
}
