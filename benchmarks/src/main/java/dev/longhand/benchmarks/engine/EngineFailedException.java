package dev.longhand.benchmarks.engine;

/** An engine couldn't do what it was asked for; the table shows the message instead of a figure. */
public final class EngineFailedException extends Exception {

    private static final long serialVersionUID = 1;

    /** An exception with the reason, in a few words. */
    public EngineFailedException(String message) {
        super(message);
    }
}
