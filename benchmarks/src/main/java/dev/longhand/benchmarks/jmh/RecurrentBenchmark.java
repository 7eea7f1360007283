package dev.longhand.benchmarks.jmh;

import dev.longhand.benchmarks.work.RecurrentNetworks_Gru96Model;
import dev.longhand.benchmarks.work.RecurrentNetworks_Lstm96Model;
import dev.longhand.benchmarks.work.RecurrentNetworks_Rnn96Model;
import dev.longhand.model.Model;
import java.util.function.LongFunction;
import org.openjdk.jmh.annotations.Param;

/** Recurrent layers of 96 units over 28 steps of 28 numbers. */
public class RecurrentBenchmark extends ModelBenchmark {

    @Param({"RNN", "GRU", "LSTM"})
    public Network network = Network.RNN;

    /** What is measured. */
    @SuppressWarnings("ImmutableEnumChecker") // references to factory methods
    public enum Network {
        RNN(RecurrentNetworks_Rnn96Model::create),
        GRU(RecurrentNetworks_Gru96Model::create),
        LSTM(RecurrentNetworks_Lstm96Model::create);

        private final LongFunction<Model> model;

        Network(LongFunction<Model> model) {
            this.model = model;
        }
    }

    @Override
    Model create(long seed) {
        return network.model.apply(seed);
    }
}
