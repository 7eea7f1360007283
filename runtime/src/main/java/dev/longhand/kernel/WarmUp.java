package dev.longhand.kernel;

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
 * until all of them are fast, and from then on that one does the work.
 */
final class WarmUp {

    /** The process's: what C2 has compiled, it has compiled for all. */
    static final WarmUp OF_VECTORS = new WarmUp(1_000_000_000L, VectorProduct::new);

    /** More multiply-adds a nanosecond than code that C2 hasn't compiled can do. */
    private static final double FAST = 0.5;

    private static final long LONGEST_NANOS = 30_000_000_000L;

    private static final int DEPTH = 48;

    private final long patienceNanos;
    private final Supplier<Product> product;
    private final AtomicLong spentNanos = new AtomicLong();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean done;

    WarmUp(long patienceNanos, Supplier<Product> product) {
        this.patienceNanos = patienceNanos;
        this.product = product;
    }

    /** Whether the product is fast. */
    boolean isDone() {
        return done;
    }

    /** Tells how long the other product took. */
    void spent(long nanos) {
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
            Exercise exercise = new Exercise(product.get());
            long end = System.nanoTime() + LONGEST_NANOS;
            while (!done && System.nanoTime() < end) {
                done = exercise.isFast();
            }
        } catch (Throwable e) {
            stay(e);
        }
    }

    /** Products that together take every way through the tiles, for vectors of 4 to 16 floats. */
    private static final class Exercise {

        private static final int[] ROWS = {1, 2, 5, 6, 8, 24};
        private static final int[] COLUMNS = {4, 8, 16, 24, 32, 48, 64, 100};

        private final Product product;
        private final float[] left = new float[24 * DEPTH];
        private final float[] right = new float[DEPTH * 100];
        private final float[] sums = new float[24 * 100];
        private final Matrix a = new Matrix();
        private final Matrix b = new Matrix();
        private final Matrix c = new Matrix();
        private final SparseRows sparse = new SparseRows();

        Exercise(Product product) {
            this.product = product;
            for (int i = 0; i < left.length; i++) {
                left[i] = i % 4;
            }
            sparse.set(left, 0, 24, DEPTH, DEPTH);
        }

        boolean isFast() {
            boolean fast = true;
            for (int columns : COLUMNS) {
                for (int rows : ROWS) {
                    fast &= isFast(rows, columns);
                }
            }
            return fast;
        }

        private boolean isFast(int rows, int columns) {
            b.of(right, 0, DEPTH, columns);
            c.of(sums, 0, rows, columns);
            int times = 1 + 200 / (rows * columns);
            long start = System.nanoTime();
            for (int i = 0; i < times; i++) {
                product.set(a.of(left, 0, rows, DEPTH), b, right, 0, c);
                product.set(sparse, 0, b, right, 0, c);
            }
            double multiplyAdds = 1.75 * times * rows * columns * DEPTH;
            return multiplyAdds > FAST * (System.nanoTime() - start);
        }
    }
}
