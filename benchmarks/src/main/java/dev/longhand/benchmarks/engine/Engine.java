package dev.longhand.benchmarks.engine;

import dev.longhand.benchmarks.work.Epoch;

/**
 * Something that trains networks and predicts with them. Found as a service by its name; has a process
 * to itself and does one job in it. Every method may throw whatever goes wrong in it.
 */
public interface Engine {

    /** What it's asked for by, without a version. */
    String name();

    /** Takes the job on: builds the network with its initial parameters and keeps the samples its own way. */
    void open(Job job) throws Exception;

    /** Version and whatever decides about its speed and accuracy. Called after {@link #open}. */
    String description() throws Exception;

    /** Takes a step on each batch of the epoch. */
    void train(Epoch epoch) throws Exception;

    /**
     * Writes the outputs for n samples to y.
     *
     * @param x [n][input]
     * @param y [n][output]
     */
    void predict(float[] x, int n, float[] y) throws Exception;

    /** The parameters as they are now, in the order of {@link Job#initial}. */
    float[] parameters() throws Exception;

    /** Ends it. */
    default void close() throws Exception {}
}
