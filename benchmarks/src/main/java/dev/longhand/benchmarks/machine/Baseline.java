package dev.longhand.benchmarks.machine;

import dev.longhand.model.Threads;

/**
 * A fixed amount of work on all cores, repeated between measurements: as far as its speed varies, the machine does something
 * else as well. Its two halves are limited by the cores and by the memory.
 */
public final class Baseline implements AutoCloseable {

    private static final int TURNS = 5_000_000;

    private static final int CHAINS = 4;

    /** The length of the copied arrays: 64 MiB each, larger than most caches. */
    private static final int LARGE = 1 << 24;

    private static final int WARMUP = 5;

    private final Threads threads = Threads.of(Runtime.getRuntime().availableProcessors());
    private final double[] results = new double[threads.count()];
    private final float[] from = new float[LARGE];
    private final float[] to = new float[LARGE];

    /** Starts the threads, and runs the work until its code is compiled. */
    public Baseline() {
        for (int i = 0; i < WARMUP; i++) {
            run();
        }
    }

    /**
     * The speed of one run.
     *
     * @param gigaflops multiplications and additions one after the other, in 10⁹ a second, of all cores
     * @param gigabytes what all cores read and write as they copy, in 10⁹ bytes a second
     */
    public record Speed(double gigaflops, double gigabytes) {}

    /** Does the work once. */
    public Speed run() {
        long start = System.nanoTime();
        threads.run(this::multiplyAndAdd);
        long computed = System.nanoTime();
        threads.run(this::copy);
        long copied = System.nanoTime();
        return new Speed(
                2.0 * CHAINS * TURNS * threads.count() / (computed - start),
                2.0 * Float.BYTES * LARGE / (copied - computed));
    }

    private void multiplyAndAdd(int thread) {
        double a = 1;
        double b = 2;
        double c = 3;
        double d = 4;
        for (int i = 0; i < TURNS; i++) {
            a = a * 0.5 + 1;
            b = b * 0.5 + 1;
            c = c * 0.5 + 1;
            d = d * 0.5 + 1;
        }
        results[thread] = a + b + c + d;
    }

    private void copy(int thread) {
        int begin = threads.begin(LARGE, thread);
        System.arraycopy(from, begin, to, begin, threads.begin(LARGE, thread + 1) - begin);
    }

    @Override
    public void close() {
        threads.close();
    }
}
