package dev.longhand.data;

import java.io.IOException;

/**
 * A source whose samples can be read in any order: an epoch can shuffle all of them, and several threads can read at
 * once.
 */
public interface IndexedSource extends SampleSource {

    /** The number of samples, at least 1. */
    @Override
    long size();

    /**
     * Reads one sample into a row of a buffer. Several threads may call it at once.
     *
     * @param sample from 0 to the number of samples − 1
     */
    void read(long sample, SampleBuffer buffer, int row) throws IOException;

    @Override
    default SampleReader open() throws IOException {
        return new IndexedReader(this);
    }
}
