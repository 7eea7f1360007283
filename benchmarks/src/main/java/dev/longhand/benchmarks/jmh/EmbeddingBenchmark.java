package dev.longhand.benchmarks.jmh;

import dev.longhand.benchmarks.work.EmbeddingNetworks_EveryModel;
import dev.longhand.benchmarks.work.EmbeddingNetworks_LastModel;
import dev.longhand.benchmarks.work.Samples;
import dev.longhand.model.Model;
import java.util.function.LongFunction;
import org.openjdk.jmh.annotations.Param;

/** Embeddings read by gated recurrent units. */
public class EmbeddingBenchmark extends ModelBenchmark {

    @Param({"LAST", "EVERY"})
    public Network network = Network.LAST;

    /** What is measured. */
    @SuppressWarnings("ImmutableEnumChecker") // references to factory methods
    public enum Network {
        LAST(EmbeddingNetworks_LastModel::create),
        EVERY(EmbeddingNetworks_EveryModel::create);

        private final LongFunction<Model> model;

        Network(LongFunction<Model> model) {
            this.model = model;
        }
    }

    @Override
    Model create(long seed) {
        return network.model.apply(seed);
    }

    @Override
    Samples samples() {
        return Samples.LETTERS;
    }
}
