package dev.longhand.benchmarks.jmh;

import dev.longhand.benchmarks.work.NormNetworks_BatchOfImagesModel;
import dev.longhand.benchmarks.work.NormNetworks_BatchOfRowsModel;
import dev.longhand.benchmarks.work.NormNetworks_LayerOfRowsModel;
import dev.longhand.model.Model;
import java.util.function.LongFunction;
import org.openjdk.jmh.annotations.Param;

/** Batch norm of images and rows, and layer norm; batch norm of rows takes two samples where others take one. */
public class NormBenchmark extends ModelBenchmark {

    @Param({"BATCH_OF_IMAGES", "BATCH_OF_ROWS", "LAYER_OF_ROWS"})
    public Network network = Network.BATCH_OF_IMAGES;

    /** What is measured. */
    @SuppressWarnings("ImmutableEnumChecker") // references to factory methods
    public enum Network {
        BATCH_OF_IMAGES(NormNetworks_BatchOfImagesModel::create),
        BATCH_OF_ROWS(NormNetworks_BatchOfRowsModel::create),
        LAYER_OF_ROWS(NormNetworks_LayerOfRowsModel::create);

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
    int smallestBatch() {
        return network == Network.BATCH_OF_ROWS ? 2 : 1;
    }
}
