package dev.longhand.benchmarks.engine;

/** Something that trains networks and predicts with them: a service, found by its name. */
public interface Engine {

    /** What it's asked for by, without a version. */
    String name();

    /** Takes a job on: builds the network with its initial parameters and keeps the samples its own way. */
    Session open(Job job) throws Exception;
}
