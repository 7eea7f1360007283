package dev.longhand.io;

import java.io.IOException;

/** A file doesn't hold what it should: the message names the file, what was expected and what came. */
public final class InvalidFileException extends IOException {

    private static final long serialVersionUID = 1;
    private static final int LONGEST_REASON = 500;

    /** Of this file, for this reason. */
    public InvalidFileException(String file, String reason) {
        super(file + ": " + printable(reason));
    }

    /** Of this file, for this reason, found by that. */
    public InvalidFileException(String file, String reason, Throwable cause) {
        super(file + ": " + printable(reason), cause);
    }

    /** A reason may quote the file, whose names can be millions of letters or commands to a terminal. */
    private static String printable(String reason) {
        String cut = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
        return cut.replaceAll("\\p{Cntrl}", "?");
    }
}
