package dev.longhand.io;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/** Work on files by a thread that may be interrupted, whose channels would close themselves. */
final class Uninterrupted {

    private Uninterrupted() {}

    /** Work that can be begun again. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    /** Does the work to its end; an interruption before or meanwhile is kept for the caller. */
    static void run(Work work) throws IOException {
        boolean isInterrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    work.run();
                    return;
                } catch (ClosedByInterruptException e) {
                    isInterrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
