package dev.longhand.benchmarks.jmh;

import dev.longhand.benchmarks.work.ConvolutionNetworks_DepthwiseModel;
import dev.longhand.benchmarks.work.ConvolutionNetworks_GroupedModel;
import dev.longhand.benchmarks.work.ConvolutionNetworks_PooledModel;
import dev.longhand.benchmarks.work.ConvolutionNetworks_StridedModel;
import dev.longhand.benchmarks.work.ConvolutionNetworks_UnpooledModel;
import dev.longhand.model.Model;
import java.util.function.LongFunction;
import org.openjdk.jmh.annotations.Param;

/** Convolutions of 14×14×16 images. */
public class ConvolutionBenchmark extends ModelBenchmark {

    @Param({"POOLED", "UNPOOLED", "STRIDED", "GROUPED", "DEPTHWISE"})
    public Network network = Network.POOLED;

    /** What is measured. */
    @SuppressWarnings("ImmutableEnumChecker") // references to factory methods
    public enum Network {
        POOLED(ConvolutionNetworks_PooledModel::create),
        UNPOOLED(ConvolutionNetworks_UnpooledModel::create),
        STRIDED(ConvolutionNetworks_StridedModel::create),
        GROUPED(ConvolutionNetworks_GroupedModel::create),
        DEPTHWISE(ConvolutionNetworks_DepthwiseModel::create);

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
