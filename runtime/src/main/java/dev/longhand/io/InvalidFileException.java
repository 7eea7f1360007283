package dev.longhand.io;

import java.io.IOException;

/** A file doesn't hold what it should: the message names the file, what was expected and what came. */
public final class InvalidFileException extends IOException {

    private static final long serialVersionUID = 1;

    /** Of this file, for this reason. */
    public InvalidFileException(String file, String reason) {
        super(file + ": " + reason);
    }

    /** Of this file, for this reason, found by that. */
    public InvalidFileException(String file, String reason, Throwable cause) {
        super(file + ": " + reason, cause);
    }
}
