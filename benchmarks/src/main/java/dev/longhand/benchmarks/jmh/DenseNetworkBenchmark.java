package dev.longhand.benchmarks.jmh;

import dev.longhand.benchmarks.work.DenseNetworks_RegularizedModel;
import dev.longhand.benchmarks.work.Samples;
import dev.longhand.benchmarks.work.TwoHiddenModel;
import dev.longhand.model.Model;
import java.util.function.LongFunction;
import org.openjdk.jmh.annotations.Param;

/** Dense networks, also with inputs that are mostly 0, and with dropout and noise. */
public class DenseNetworkBenchmark extends ModelBenchmark {

    @Param({"TWO_HIDDEN", "TWO_HIDDEN_SPARSE", "REGULARIZED"})
    public Network network = Network.TWO_HIDDEN;

    /** What is measured. */
    @SuppressWarnings("ImmutableEnumChecker") // references to factory methods
    public enum Network {
        TWO_HIDDEN(TwoHiddenModel::create, Samples.NUMBERS),
        TWO_HIDDEN_SPARSE(TwoHiddenModel::create, Samples.SPARSE),
        REGULARIZED(DenseNetworks_RegularizedModel::create, Samples.NUMBERS);

        private final LongFunction<Model> model;
        private final Samples samples;

        Network(LongFunction<Model> model, Samples samples) {
            this.model = model;
            this.samples = samples;
        }
    }

    @Override
    Model create(long seed) {
        return network.model.apply(seed);
    }

    @Override
    Samples samples() {
        return network.samples;
    }
}
