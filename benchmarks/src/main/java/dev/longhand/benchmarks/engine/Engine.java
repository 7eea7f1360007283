package dev.longhand.benchmarks.engine;

/** A library that trains networks and predicts with them: a service, found by its name. */
public interface Engine {

    /** Its name, without a version. */
    String name();

    /** Starts a job: builds the network with its initial parameters and loads the samples. */
    Session open(Job job) throws Exception;
}
