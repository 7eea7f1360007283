package dev.longhand.data;

import java.io.IOException;

/** Reads an {@link IndexedSource} in its order. */
final class IndexedReader implements SampleReader {

    private final IndexedSource source;
    private long next;

    IndexedReader(IndexedSource source) {
        this.source = source;
    }

    @Override
    public int read(SampleBuffer buffer, int row, int n) throws IOException {
        int count = (int) Math.min(n, source.size() - next);
        buffer.clear(row, count);
        for (int i = 0; i < count; i++) {
            source.read(next++, buffer, row + i);
        }
        return count;
    }

    @Override
    public long skip(long n) {
        long count = Math.min(n, source.size() - next);
        next += count;
        return count;
    }

    @Override
    public void close() {}
}
