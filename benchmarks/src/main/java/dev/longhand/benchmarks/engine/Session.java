package dev.longhand.benchmarks.engine;

import dev.longhand.benchmarks.work.Epoch;

/** An engine working on its job, the only one in its process. Every method may throw any exception. */
public interface Session {

    /** The engine's version and the settings that determine its speed and accuracy. */
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

    /** The parameters and the state as they are now, in the order of {@link Job#initial}. */
    float[] parameters() throws Exception;

    /** Ends the session. */
    default void close() throws Exception {}
}
