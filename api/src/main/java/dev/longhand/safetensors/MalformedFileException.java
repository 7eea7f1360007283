package dev.longhand.safetensors;

import org.jspecify.annotations.Nullable;

/** A file isn't what it should be. The message is the reason, which begins with "it" or "its"; it doesn't name the file. */
public final class MalformedFileException extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    /** An exception for this reason. */
    public MalformedFileException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** The message. */
    public String reason() {
        return reason;
    }
}
