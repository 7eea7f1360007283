package dev.longhand.file;

import dev.longhand.text.Printable;
import java.io.IOException;

/** A file that is right needs more memory than Java has. */
public final class MemoryShortage extends IOException {

    private static final long serialVersionUID = 1;

    /**
     * An exception.
     *
     * @param file the file's name
     * @param what what doesn't fit, in the plural: {@code its 100 × 100 pixels}
     */
    public MemoryShortage(String file, String what, OutOfMemoryError e) {
        super(
                Printable.of(file) + ": " + what + " need more memory than Java has left of "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MiB: give it more, with -Xmx",
                e);
    }
}
