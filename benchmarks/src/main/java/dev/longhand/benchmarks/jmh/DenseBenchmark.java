package dev.longhand.benchmarks.jmh;

import dev.longhand.Activation;
import dev.longhand.kernel.dense.DenseKernels;
import dev.longhand.kernel.dense.DenseLayer;
import dev.longhand.kernel.provider.KernelProvider;
import dev.longhand.kernel.team.Team;
import dev.longhand.kernel.weights.WeightSource;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The three products of a dense layer, by shape: samples × inputs × units, 2 operations for each
 * triple. {@link #naive} is the forward product in textbook loops.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class DenseBenchmark {

    @Param({"100x784x100", "100x100x100", "100x100x10", "128x784x512", "128x1024x1024", "1x784x100"})
    public String shape = "";

    private final DenseKernels kernels = KernelProvider.dense(new Team(1), new WeightSource());
    private DenseLayer layer = DenseLayer.of(1, 1);
    private int n;
    private int in;
    private int out;
    private float[] x = {};
    private float[] p = {};
    private float[] a = {};
    private float[] dz = {};
    private float[] dx = {};
    private float[] g = {};

    /** The operations of one call, for the table. */
    static double flops(String shape) {
        double product = 2;
        for (String size : shape.split("x", -1)) {
            product *= Integer.parseInt(size);
        }
        return product;
    }

    @Setup
    public void prepare() {
        String[] sizes = shape.split("x", -1);
        n = Integer.parseInt(sizes[0]);
        in = Integer.parseInt(sizes[1]);
        out = Integer.parseInt(sizes[2]);
        layer = DenseLayer.of(in, out).bias(in * out).activation(Activation.RELU);
        x = Numbers.random(n * in, 1);
        p = Numbers.random(in * out + out, 2);
        dz = Numbers.random(n * out, 3);
        a = new float[n * out];
        dx = new float[n * in];
        g = new float[p.length];
    }

    @Benchmark
    public float[] forward() {
        kernels.forward(layer, x, p, a, n);
        return a;
    }

    @Benchmark
    public float[] gradient() {
        kernels.gradient(layer, x, dz, g, n);
        return g;
    }

    @Benchmark
    public float[] inputGradient() {
        kernels.inputGradient(layer, dz, p, dx, n);
        return dx;
    }

    @Benchmark
    public float[] naive() {
        for (int s = 0; s < n; s++) {
            for (int j = 0; j < out; j++) {
                float z = p[in * out + j];
                for (int i = 0; i < in; i++) {
                    z += x[s * in + i] * p[i * out + j];
                }
                a[s * out + j] = z;
            }
        }
        return a;
    }
}
