/** What generated networks call, and what trains and runs them. */
@SuppressWarnings("requires-automatic") // commons-math3 has no module descriptor
module dev.longhand.runtime {
    requires transitive dev.longhand.api;
    requires static transitive org.jspecify;
    requires static java.desktop;
    requires static jdk.incubator.vector;
    requires commons.math3;

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
    exports dev.longhand.training;
}
