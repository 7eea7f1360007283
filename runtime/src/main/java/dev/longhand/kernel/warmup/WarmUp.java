package dev.longhand.kernel.warmup;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Gets code that is slow until C2 has compiled it compiled beside the work, by running it on another
 * thread over and over. Until C2 has compiled a loop of the Vector API, every vector in it is an object:
 * a hundred times slower than plain loops, and hundreds of megabytes of garbage.
 *
 * <p>So a process begins with the plain product, which gives the same bits. Once it has spent a second
 * in it, the second that warming up costs is worth it: a thread runs the tiles of the other product
 * until all of them are fast, and from then on that one does the work. What is said of the product holds
 * for the loops of convolution too.
 */
public final class WarmUp {

    /** Time to spend in plain kernels before compiling vector kernels is worth the second it costs. */
    public static final long PATIENCE_NANOS = 1_000_000_000L;

    /** More multiply-adds a nanosecond than code that C2 hasn't compiled can do. */
    public static final double FAST = 0.5;

    private static final long LONGEST_NANOS = 30_000_000_000L;

    private final long patienceNanos;
    private final Supplier<Exercise> exercise;
    private final AtomicLong spentNanos = new AtomicLong();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean done;

    /** Work of the kind that is to be compiled. */
    @FunctionalInterface
    public interface Exercise {

        /** Does all of it once; says whether all of it was fast. */
        boolean isFast();
    }

    public WarmUp(long patienceNanos, Supplier<Exercise> exercise) {
        this.patienceNanos = patienceNanos;
        this.exercise = exercise;
    }

    /** Whether the product is fast. */
    public boolean isDone() {
        return done;
    }

    /** Tells how long the other product took. */
    public void spent(long nanos) {
        if (spentNanos.addAndGet(nanos) >= patienceNanos && begun.compareAndSet(false, true)) {
            try {
                Thread thread = new Thread(this::run, "warm-up of longhand's vectors");
                thread.setDaemon(true);
                thread.start();
            } catch (Throwable e) {
                stay(e);
            }
        }
    }

    /** Without a thread or memory for warming up the plain product goes on: work that needs neither isn't failed. */
    private static void stay(Throwable e) {
        System.getLogger("dev.longhand").log(System.Logger.Level.DEBUG, "vectors stay cold", e);
    }

    /** Runs every tile until all are fast; if they never are, as without C2, the plain product stays. */
    private void run() {
        try {
            Exercise exercise = this.exercise.get();
            long end = System.nanoTime() + LONGEST_NANOS;
            while (!done && System.nanoTime() < end) {
                done = exercise.isFast();
            }
        } catch (Throwable e) {
            stay(e);
        }
    }
}
