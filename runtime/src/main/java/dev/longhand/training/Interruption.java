package dev.longhand.training;

import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;

/** The interruption of a thread that reads samples. */
final class Interruption {

    private Interruption() {}

    /** Whether an exception was caused by an interruption; that a socket timed out is none, but an error. */
    static boolean isCauseOf(Throwable exception) {
        Throwable cause = exception;
        while (cause != null && !(cause instanceof SocketTimeoutException)) {
            if (cause instanceof InterruptedException
                    || cause instanceof ClosedByInterruptException
                    || cause instanceof InterruptedIOException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
