package dev.longhand.training.batch;

import dev.longhand.data.IndexedSource;
import java.io.IOException;

/** Reads each sample where it is. */
record IndexedSourceReader(IndexedSource source) implements SourceReader {

    @Override
    public boolean isSequential() {
        return false;
    }

    @Override
    public void begin(long position) {}

    @Override
    public void read(LoadedBatch batch) throws IOException {
        batch.buffer.clear(0, batch.n);
        for (int row = 0; row < batch.n; row++) {
            source.read(batch.samples[row], batch.buffer, row);
        }
    }

    @Override
    public void close() {}
}
