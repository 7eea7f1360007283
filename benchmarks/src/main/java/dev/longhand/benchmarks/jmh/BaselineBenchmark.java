package dev.longhand.benchmarks.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Loops of known cost, to distinguish a busy or throttled machine from slow code: the caches alone
 * determine their time.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class BaselineBenchmark {

    private final float[] x = Numbers.random(1024, 1);
    private final float[] y = Numbers.random(1024, 2);
    private final float[] large = Numbers.random(1 << 24, 3);
    private final float[] copy = new float[1 << 24];

    /** y += a·x over 1024 numbers, in the L1 cache: 2,048 operations. */
    @Benchmark
    public float[] axpy() {
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.fma(0.5f, x[i], y[i]);
        }
        return y;
    }

    /** 64 MiB read and 64 MiB written. */
    @Benchmark
    public float[] copy() {
        System.arraycopy(large, 0, copy, 0, large.length);
        return copy;
    }
}
