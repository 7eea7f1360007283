package dev.longhand.training.batch;

import dev.longhand.data.SampleBuffer;
import dev.longhand.training.guard.NotFiniteException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Threads that read batches ahead of the thread that takes them in their order. The batches are a ring: one that was
 * taken is read again after the next one is taken.
 */
final class ReadAhead implements AutoCloseable {

    /** The batches that are ready or being used, beside one for each thread to read. */
    private static final int AHEAD = 2;

    /** How long a sample may take to read before its thread is interrupted, and how long after that, at the end. */
    private static final long LONGEST_READ_MILLIS = 2_000;

    private final Plan plan;
    private final SourceReader reader;
    private final Preparation preparation;
    private final LoadedBatch[] ring;
    private final List<Thread> threads = new ArrayList<>();

    /** Held while the next batch is planned and, if the source is sequential, read. */
    private final Object turn = new Object();

    /** Whether no further batch is to be planned. Guarded by {@link #turn}. */
    private boolean isAtEnd;

    /** The numbers of batches begun by the threads, taken, and free to be read again. */
    private long begun;

    private long taken;
    private long released;
    private final boolean[] isReady;
    private boolean isClosed;

    /** Which samples are in each batch. For one thread at a time. */
    @FunctionalInterface
    interface Plan {

        /** Writes the numbers of the next batch's samples into a batch; false if there is none. */
        boolean next(LoadedBatch batch) throws IOException;
    }

    /** What is done with a batch after it was read. */
    @FunctionalInterface
    interface Preparation {
        void prepare(LoadedBatch batch) throws NotFiniteException;
    }

    private ReadAhead(Plan plan, SourceReader reader, Preparation preparation, LoadedBatch[] ring) {
        this.plan = plan;
        this.reader = reader;
        this.preparation = preparation;
        this.ring = ring;
        isReady = new boolean[ring.length];
    }

    /** Starts threads that read from the plan's first batch on. */
    static ReadAhead start(
            Plan plan, SourceReader reader, Preparation preparation, Supplier<SampleBuffer> buffers, int threads) {
        LoadedBatch[] ring = new LoadedBatch[threads + AHEAD];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = new LoadedBatch(buffers.get());
        }
        ReadAhead readAhead = new ReadAhead(plan, reader, preparation, ring);
        try {
            for (int i = 0; i < threads; i++) {
                Thread thread = new Thread(readAhead::readAll, "longhand-reader-" + (i + 1));
                thread.setDaemon(true);
                thread.start();
                readAhead.threads.add(thread);
            }
        } catch (RuntimeException | Error e) {
            readAhead.close();
            throw e;
        }
        return readAhead;
    }

    /**
     * The next batch, once it has been read; it's the caller's until the next call.
     *
     * @throws InterruptedException if the calling thread is interrupted while it waits; the batch stays the next one
     */
    synchronized LoadedBatch next() throws InterruptedException {
        released = taken;
        notifyAll();
        int slot = (int) (taken % ring.length);
        while (!isReady[slot]) {
            wait();
        }
        isReady[slot] = false;
        taken++;
        return ring[slot];
    }

    private void readAll() {
        for (int slot = readNext(); slot >= 0; slot = readNext()) {
            publish(slot);
        }
    }

    /** Reads the next batch; returns its slot, or −1 if there is none. */
    private int readNext() {
        int slot;
        LoadedBatch batch;
        synchronized (turn) {
            slot = isAtEnd ? -1 : freeSlot();
            if (slot < 0) {
                return -1;
            }
            batch = ring[slot];
            batch.failure = null;
            try {
                if (!plan.next(batch)) {
                    isAtEnd = true;
                    return -1;
                }
                if (reader.isSequential()) {
                    reader.read(batch);
                }
            } catch (Throwable e) { // the thread that takes the batch throws it again
                batch.failure = e;
                isAtEnd = true;
            }
        }
        complete(batch);
        return slot;
    }

    private void complete(LoadedBatch batch) {
        if (batch.failure != null) {
            return;
        }
        try {
            if (!reader.isSequential()) {
                reader.read(batch);
            }
            preparation.prepare(batch);
        } catch (Throwable e) { // the thread that takes the batch throws it again
            batch.failure = e;
        }
    }

    private synchronized int freeSlot() {
        while (begun - released >= ring.length && !isClosed) {
            try {
                wait();
            } catch (InterruptedException e) {
                // Only close() ends a thread.
            }
        }
        return isClosed ? -1 : (int) (begun++ % ring.length);
    }

    private synchronized void publish(int slot) {
        isReady[slot] = true;
        notifyAll();
    }

    /** Ends the threads and closes what they read, unless a thread doesn't end. */
    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
            notifyAll();
        }
        // An interruption closes channels, which a source may share, so a thread is first given time to end by itself.
        if (!join()) {
            threads.forEach(Thread::interrupt);
            if (!join()) {
                return;
            }
        }
        try {
            reader.close();
        } catch (IOException e) {
            // All that was wanted of it was read.
        }
    }

    /** Waits for the threads to end, not for ever; whether they have. */
    private boolean join() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_READ_MILLIS);
        boolean isInterrupted = false;
        boolean haveEnded = true;
        for (Thread thread : threads) {
            long left = end - System.nanoTime();
            while (thread.isAlive() && left > 0) {
                try {
                    TimeUnit.NANOSECONDS.timedJoin(thread, left);
                } catch (InterruptedException e) {
                    isInterrupted = true;
                }
                left = end - System.nanoTime();
            }
            haveEnded &= !thread.isAlive();
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
        return haveEnded;
    }
}
