/** What generated networks call, and what trains and runs them. */
module dev.longhand.runtime {
    requires transitive dev.longhand.api;
    requires static transitive org.jspecify;
    requires static java.desktop;
    requires static jdk.incubator.vector;

    exports dev.longhand.data;
    exports dev.longhand.initializer;
    exports dev.longhand.io;
    exports dev.longhand.kernel;
    exports dev.longhand.loss;
    exports dev.longhand.metric;
    exports dev.longhand.model;
    exports dev.longhand.optimizer;
    exports dev.longhand.random;
    exports dev.longhand.training;
}
