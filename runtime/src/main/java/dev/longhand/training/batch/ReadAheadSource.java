package dev.longhand.training.batch;

import dev.longhand.Shape;
import dev.longhand.data.IndexedSource;
import dev.longhand.data.SampleBuffer;
import dev.longhand.data.SampleReader;
import dev.longhand.data.SampleSource;
import dev.longhand.data.TargetKind;
import dev.longhand.model.ModelInfo;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The samples of a source in its order, read by other threads ahead of the one that evaluates them.
 *
 * @param source the source
 * @param readers the threads that read it if it's indexed; any other source is read by one
 */
public record ReadAheadSource(SampleSource source, int readers) implements SampleSource {

    private static final int LARGEST_BLOCK = 256;
    private static final int BLOCK_NUMBERS = 1 << 20;

    @Override
    public Shape inputShape() {
        return source.inputShape();
    }

    @Override
    public int targetSize() {
        return source.targetSize();
    }

    @Override
    public long size() {
        return source.size();
    }

    @Override
    public int classes() {
        return source.classes();
    }

    @Override
    public List<Integer> absentClasses() {
        return source.absentClasses();
    }

    @Override
    public TargetKind targetKind() {
        return source.targetKind();
    }

    @Override
    public String inputName(int index) {
        return source.inputName(index);
    }

    @Override
    public void requireFits(ModelInfo model) {
        source.requireFits(model);
    }

    /** Starts the threads, which end when the reader is closed. */
    @Override
    public SampleReader open() {
        int in = inputShape().size();
        int out = targetSize();
        int rows = Math.max(1, Math.min(LARGEST_BLOCK, BLOCK_NUMBERS / (in + out)));
        if (source instanceof IndexedSource indexed) {
            return reader(new Blocks(rows, indexed.size()), new IndexedSourceReader(indexed), rows, readers);
        }
        Sequence sequence = new Sequence(source);
        return reader(sequence, sequence, rows, 1);
    }

    private SampleReader reader(ReadAhead.Plan plan, SourceReader reader, int rows, int threads) {
        return new Reader(
                ReadAhead.start(
                        plan,
                        reader,
                        batch -> {},
                        () -> new SampleBuffer(rows, inputShape().size(), targetSize()),
                        threads),
                rows);
    }

    /** The blocks of samples that are read by their numbers; the last one has fewer than {@code rows} samples. */
    private static final class Blocks implements ReadAhead.Plan {

        private final int rows;
        private final long size;
        private long next;
        private boolean isAtEnd;

        Blocks(int rows, long size) {
            this.rows = rows;
            this.size = size;
        }

        @Override
        public boolean next(LoadedBatch batch) {
            if (isAtEnd) {
                return false;
            }
            batch.n = (int) Math.min(rows, size - next);
            for (int row = 0; row < batch.n; row++) {
                batch.samples[row] = next++;
            }
            isAtEnd = batch.n < rows;
            return true;
        }
    }

    /** The same of samples that are read one after the other. */
    private static final class Sequence implements ReadAhead.Plan, SourceReader {

        private final SampleSource source;
        private @Nullable SampleReader opened;
        private boolean isAtEnd;

        Sequence(SampleSource source) {
            this.source = source;
        }

        @Override
        public boolean next(LoadedBatch batch) {
            return !isAtEnd;
        }

        @Override
        public boolean isSequential() {
            return true;
        }

        @Override
        public void begin(long position) {}

        @Override
        public void read(LoadedBatch batch) throws IOException {
            if (opened == null) {
                opened = source.open();
            }
            int rows = batch.buffer.rows();
            batch.buffer.clear(0, rows);
            batch.n = opened.read(batch.buffer, 0, rows);
            isAtEnd = batch.n < rows;
        }

        @Override
        public void close() throws IOException {
            if (opened != null) {
                opened.close();
            }
        }
    }

    /** Copies samples out of the blocks. */
    private static final class Reader implements SampleReader {

        private final ReadAhead readAhead;
        private final int rows;
        private @Nullable LoadedBatch block;
        private int next;

        Reader(ReadAhead readAhead, int rows) {
            this.readAhead = readAhead;
            this.rows = rows;
        }

        @Override
        public int read(SampleBuffer buffer, int row, int n) throws IOException {
            int count = 0;
            for (LoadedBatch from = block(); count < n && next < from.n; from = block()) {
                from.buffer.copyRow(next++, buffer, row + count++);
            }
            return count;
        }

        /** The block of the next sample or, at the end, the last one. */
        private LoadedBatch block() throws IOException {
            LoadedBatch current = block;
            if (current == null || next == rows) {
                current = take();
                block = current;
                next = 0;
            }
            if (current.failure != null) {
                throw thrown(current.failure);
            }
            return current;
        }

        private LoadedBatch take() throws IOException {
            try {
                return readAhead.next();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                InterruptedIOException interruption =
                        new InterruptedIOException("interrupted while it waited for samples");
                interruption.initCause(e);
                throw interruption;
            }
        }

        private static IOException thrown(Throwable failure) {
            if (failure instanceof IOException e) {
                return e;
            }
            if (failure instanceof Error e) {
                throw e;
            }
            throw (RuntimeException) failure;
        }

        @Override
        public void close() {
            readAhead.close();
        }
    }
}
