package dev.longhand.data;

import java.io.Closeable;
import java.io.IOException;

/** Reads the samples of a {@link SampleSource} once, from the first to the last. For one thread at a time. */
public interface SampleReader extends Closeable {

    /**
     * Reads the next samples, whose weights and steps are cleared before, into rows {@code row} to {@code row + n − 1} of a buffer.
     *
     * @param n at least 1
     * @return the number of samples read; fewer than n, down to 0, only at the end
     */
    int read(SampleBuffer buffer, int row, int n) throws IOException;

    /**
     * Skips samples, if that is faster than reading them.
     *
     * @param n at least 0
     * @return the number of samples skipped; by default 0. What is left of n is read and ignored.
     */
    default long skip(long n) throws IOException {
        return 0;
    }
}
