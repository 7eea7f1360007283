package dev.longhand.benchmarks.engine;

/** An engine couldn't do what it was asked for; the message stands in the table in place of a figure. */
public final class EngineFailedException extends Exception {

    private static final long serialVersionUID = 1;

    /** Why, in a few words. */
    public EngineFailedException(String message) {
        super(message);
    }
}
