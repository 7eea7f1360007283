package dev.longhand.training.batch;

import java.io.IOException;

/** A source can't be read: tells its exceptions from those of callbacks. */
public final class SourceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final IOException ofSource;

    SourceException(IOException cause) {
        super(cause);
        ofSource = cause;
    }

    /** The exception of the source. */
    public IOException ofSource() {
        return ofSource;
    }
}
