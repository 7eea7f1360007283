package dev.longhand.benchmarks.engine;

/**
 * A line to the process of an engine.
 *
 * @param command what to do
 * @param units how often to do it at least
 * @param seconds how long to do it at least
 * @param batch the samples of a call, when predicting
 */
public record Request(Command command, int units, double seconds, int batch) {

    /** What an engine's process can be asked for. */
    public enum Command {
        /** Load the samples and build the network. */
        OPEN,
        /** Train epochs. */
        TRAIN,
        /** Predict all samples to judge by, once a unit. */
        PREDICT,
        /** Judge the outputs. */
        CHECK,
        /** End. */
        CLOSE
    }

    /** A command that nothing more is to be said of. */
    public static Request of(Command command) {
        return new Request(command, 1, 0, 1);
    }
}
