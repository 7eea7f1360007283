package dev.longhand.benchmarks.jmh;

import dev.longhand.benchmarks.work.PoolNetworks_AverageModel;
import dev.longhand.benchmarks.work.PoolNetworks_GlobalAverageModel;
import dev.longhand.benchmarks.work.PoolNetworks_MaximumModel;
import dev.longhand.benchmarks.work.PoolNetworks_StochasticModel;
import dev.longhand.model.Model;
import java.util.function.LongFunction;
import org.openjdk.jmh.annotations.Param;

/** Pooling of 14×14×32 images. */
public class PoolBenchmark extends ModelBenchmark {

    @Param({"MAXIMUM", "AVERAGE", "STOCHASTIC", "GLOBAL_AVERAGE"})
    public Network network = Network.MAXIMUM;

    /** What is measured. */
    @SuppressWarnings("ImmutableEnumChecker") // references to factory methods
    public enum Network {
        MAXIMUM(PoolNetworks_MaximumModel::create),
        AVERAGE(PoolNetworks_AverageModel::create),
        STOCHASTIC(PoolNetworks_StochasticModel::create),
        GLOBAL_AVERAGE(PoolNetworks_GlobalAverageModel::create);

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
