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

    /** The commands of an engine's process. */
    public enum Command {
        /** Load the samples and build the network. */
        OPEN,
        /** Train epochs. */
        TRAIN,
        /** Predict all test samples, {@code units} times. */
        PREDICT,
        /** Check the outputs. */
        CHECK,
        /** Exit. */
        CLOSE
    }

    /** A command without arguments. */
    public static Request of(Command command) {
        return new Request(command, 1, 0, 1);
    }
}
