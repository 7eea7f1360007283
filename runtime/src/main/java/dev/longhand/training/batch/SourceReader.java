package dev.longhand.training.batch;

import java.io.Closeable;
import java.io.IOException;

/** Reads the samples of batches from a source. */
interface SourceReader extends Closeable {

    /** Whether batches must be read one after the other, so that only one thread can read. */
    boolean isSequential();

    /** Goes to a position of the order's current epoch; called before the first batch of each epoch. */
    void begin(long position) throws IOException;

    /** Reads the samples {@code batch.samples[0]} to {@code batch.samples[batch.n − 1]} into the batch's buffer. */
    void read(LoadedBatch batch) throws IOException;
}
