package dev.longhand.io;

import dev.longhand.text.Printable;
import java.io.IOException;

/** A file has invalid content: the message names the file, what was expected and what was found. */
public final class InvalidFileException extends IOException {

    private static final long serialVersionUID = 1;
    private static final int LONGEST_REASON = 500;

    /** An exception for this file, with this reason. */
    public InvalidFileException(String file, String reason) {
        super(Printable.of(file) + ": " + printable(reason));
    }

    /** An exception for this file, with this reason and cause. */
    public InvalidFileException(String file, String reason, Throwable cause) {
        super(Printable.of(file) + ": " + printable(reason), cause);
    }

    /** Shortens and escapes a reason, since names quoted from a file may be long or contain terminal commands. */
    private static String printable(String reason) {
        return Printable.of(reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…");
    }
}
