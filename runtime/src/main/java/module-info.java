/**
 * What generated networks call, and what trains and runs them.
 *
 * <p>Needs no other module at run time than the API and java.base; {@code dev.longhand.data.Images} needs
 * java.desktop, and {@code dev.longhand.table.Table.csv} needs de.siegmar.fastcsv. With {@code --add-modules jdk.incubator.vector} the kernels use the Vector API.
 */
module dev.longhand.runtime {
    requires transitive dev.longhand.api;
    requires static de.siegmar.fastcsv;
    requires static java.desktop;
    requires static org.jspecify;

    exports dev.longhand.augment;
    exports dev.longhand.data;
    exports dev.longhand.initializer;
    exports dev.longhand.io;
    exports dev.longhand.kernel;
    exports dev.longhand.kernel.convolution;
    exports dev.longhand.kernel.dense;
    exports dev.longhand.kernel.embedding;
    exports dev.longhand.kernel.function;
    exports dev.longhand.kernel.norm;
    exports dev.longhand.kernel.pool;
    exports dev.longhand.kernel.recurrent;
    exports dev.longhand.loss;
    exports dev.longhand.metric;
    exports dev.longhand.model;
    exports dev.longhand.optimizer;
    exports dev.longhand.random;
    exports dev.longhand.table;
    exports dev.longhand.training;
}
