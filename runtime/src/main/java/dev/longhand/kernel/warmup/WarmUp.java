package dev.longhand.kernel.warmup;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Has HotSpot's C2 compile vector kernels in the background, by running them repeatedly on another thread. Until C2 has
 * compiled a loop of the Vector API, every vector in it is an object on the heap: the loop is a hundred times slower
 * than a plain one and allocates hundreds of megabytes.
 *
 * <p>So a process starts with plain kernels. After they have run for a second in total, compiling the vector kernels,
 * which takes about as long, is likely to pay: a thread runs a workload until all parts of it are fast. From then on
 * the vector kernels are used.
 */
public final class WarmUp {

    /** How long plain kernels run before the warm-up begins. */
    public static final long PATIENCE_NANOS = 1_000_000_000L;

    /** Multiply-adds per nanosecond that only code compiled by C2 reaches. */
    public static final double FAST = 0.5;

    private static final long LONGEST_NANOS = 30_000_000_000L;

    private final long patienceNanos;
    private final Supplier<Workload> workload;
    private final AtomicLong spentNanos = new AtomicLong();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean done;

    /** Calls of all methods that are to be compiled. */
    @FunctionalInterface
    public interface Workload {

        /** Runs them once and returns whether all of them were fast. */
        boolean isFast();
    }

    /**
     * A warm-up that hasn't begun.
     *
     * @param patienceNanos how long plain kernels run before it begins
     * @param workload makes the workload, on the thread that runs it
     */
    public WarmUp(long patienceNanos, Supplier<Workload> workload) {
        this.patienceNanos = patienceNanos;
        this.workload = workload;
    }

    /** Whether the vector kernels are compiled. */
    public boolean isDone() {
        return done;
    }

    /** Reports that plain kernels ran for so long; begins the warm-up if that was long enough in total. */
    public void spent(long nanos) {
        if (spentNanos.addAndGet(nanos) >= patienceNanos && begun.compareAndSet(false, true)) {
            try {
                Thread thread = new Thread(this::run, "longhand-warm-up");
                thread.setDaemon(true);
                thread.start();
            } catch (Throwable e) {
                logFailure(e);
            }
        }
    }

    /** Logs why there is no warm-up; the plain kernels, which work without it, stay in use. */
    private static void logFailure(Throwable e) {
        System.getLogger("dev.longhand").log(System.Logger.Level.DEBUG, "plain kernels stay in use", e);
    }

    /** Runs the workload until it's fast, or gives up, as without C2: then the plain kernels stay in use. */
    private void run() {
        try {
            Workload workload = this.workload.get();
            long end = System.nanoTime() + LONGEST_NANOS;
            while (!done && System.nanoTime() < end) {
                done = workload.isFast();
            }
        } catch (Throwable e) {
            logFailure(e);
        }
    }
}
