package dev.longhand.training.batch;

import dev.longhand.data.SampleBuffer;
import dev.longhand.data.SampleReader;
import dev.longhand.data.SampleSource;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a source from its begin to its end, holding one window of samples. Whenever a sample of the current block is
 * taken out of the window, the next one is read into its slot, so that the next block is complete when the current one
 * ends.
 */
final class WindowReader implements SourceReader {

    private final SampleSource source;
    private final SampleOrder order;
    private final long size;
    private final SampleBuffer window;

    /** The slots of the samples of the current block, and of those read of the next one. */
    private int[] current;

    private int[] next;
    private int nextCount;
    private final int[] free;
    private int freeCount;
    private final boolean[] isUsed;
    private long blockStart;
    private long nextStart;
    private long read;
    private @Nullable SampleReader reader;

    WindowReader(SampleSource source, SampleOrder order, long size) {
        this.source = source;
        this.order = order;
        this.size = size;
        int slots = order.isSourceOrder() ? 1 : order.window();
        window = new SampleBuffer(slots, source.inputShape().size(), source.targetSize());
        current = new int[slots];
        next = new int[slots];
        free = new int[slots];
        isUsed = new boolean[slots];
    }

    @Override
    public boolean isSequential() {
        return true;
    }

    @Override
    public void begin(long position) throws IOException {
        close();
        SampleReader opened = source.open();
        reader = opened;
        long start = position;
        if (!order.isSourceOrder()) {
            start = order.startOfBlockOf(position);
            nextStart = start;
            nextCount = 0;
            blockStart = -1;
        }
        skip(opened, start);
        read = start;
    }

    private void skip(SampleReader opened, long count) throws IOException {
        long skipped = opened.skip(count);
        while (skipped < count) {
            int n = (int) Math.min(window.rows(), count - skipped);
            window.clear(0, n);
            requireRead(opened.read(window, 0, n), n, skipped);
            skipped += n;
        }
    }

    @Override
    public void read(LoadedBatch batch) throws IOException {
        SampleReader opened = reader;
        if (opened == null) {
            throw new IllegalStateException("not begun");
        }
        if (order.isSourceOrder()) {
            batch.buffer.clear(0, batch.n);
            requireRead(opened.read(batch.buffer, 0, batch.n), batch.n, read);
            read += batch.n;
            return;
        }
        for (int row = 0; row < batch.n; row++) {
            take(opened, batch.samples[row], batch.buffer, row);
        }
    }

    private void take(SampleReader opened, long sample, SampleBuffer target, int row) throws IOException {
        if (blockStart < 0 || sample >= nextStart) {
            beginNextBlock(opened);
        }
        int slot = current[(int) (sample - blockStart)];
        window.copyRow(slot, target, row);
        free[freeCount++] = slot;
        if (nextStart < size && nextCount < order.lengthOfBlockAt(nextStart)) {
            readNext(opened);
        }
    }

    /** Completes the next block, which becomes the current one. */
    private void beginNextBlock(SampleReader opened) throws IOException {
        freeAllButNext();
        while (nextCount < order.lengthOfBlockAt(nextStart)) {
            readNext(opened);
        }
        int[] done = current;
        current = next;
        next = done;
        blockStart = nextStart;
        nextStart += nextCount;
        nextCount = 0;
    }

    /** Frees all slots of the current block: also those not taken, where an epoch began in the middle of it. */
    private void freeAllButNext() {
        Arrays.fill(isUsed, false);
        for (int i = 0; i < nextCount; i++) {
            isUsed[next[i]] = true;
        }
        freeCount = 0;
        for (int slot = free.length - 1; slot >= 0; slot--) {
            if (!isUsed[slot]) {
                free[freeCount++] = slot;
            }
        }
    }

    private void readNext(SampleReader opened) throws IOException {
        int slot = free[--freeCount];
        window.clear(slot, 1);
        requireRead(opened.read(window, slot, 1), 1, read);
        read++;
        next[nextCount++] = slot;
    }

    private void requireRead(int count, int n, long before) throws IOException {
        if (count < n) {
            throw new IOException("the source ended after " + (before + count) + " of " + size
                    + " samples: it must give the same samples in each epoch");
        }
    }

    @Override
    public void close() throws IOException {
        SampleReader opened = reader;
        reader = null;
        if (opened != null) {
            opened.close();
        }
    }
}
