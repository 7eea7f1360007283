package dev.longhand.benchmarks.jmh;

import dev.longhand.Activation;
import dev.longhand.kernel.function.FunctionKernels;
import dev.longhand.kernel.function.Functions;
import dev.longhand.kernel.provider.KernelProvider;
import dev.longhand.kernel.team.Team;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Functions over 10,000 numbers, 100 rows of 100, in nanoseconds per number, and the JDK's for comparison. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(FunctionBenchmark.ROWS * FunctionBenchmark.ROWS)
@State(Scope.Thread)
public class FunctionBenchmark {

    static final int ROWS = 100;

    private final FunctionKernels kernels = KernelProvider.functions(new Team(1));
    private final float[] z = Numbers.random(ROWS * ROWS, 1);
    private final float[] a = new float[ROWS * ROWS];

    private float[] activate(Activation f) {
        kernels.activate(f, z, a, ROWS, ROWS);
        return a;
    }

    @Benchmark
    public float[] relu() {
        return activate(Activation.RELU);
    }

    @Benchmark
    public float[] sigmoid() {
        return activate(Activation.SIGMOID);
    }

    @Benchmark
    public float[] tanh() {
        return activate(Activation.TANH);
    }

    @Benchmark
    public float[] softmax() {
        return activate(Activation.SOFTMAX);
    }

    @Benchmark
    public float[] logSoftmax() {
        return activate(Activation.LOG_SOFTMAX);
    }

    @Benchmark
    public float[] softplus() {
        return activate(Activation.SOFTPLUS);
    }

    @Benchmark
    public float[] gelu() {
        return activate(Activation.GELU);
    }

    @Benchmark
    public float[] expScalar() {
        for (int i = 0; i < z.length; i++) {
            a[i] = Functions.exp(z[i]);
        }
        return a;
    }

    @Benchmark
    public float[] logScalar() {
        for (int i = 0; i < z.length; i++) {
            a[i] = Functions.log(1.5f + z[i]);
        }
        return a;
    }

    @Benchmark
    public float[] expOfJdk() {
        for (int i = 0; i < z.length; i++) {
            a[i] = (float) Math.exp(z[i]);
        }
        return a;
    }

    @Benchmark
    public float[] tanhOfJdk() {
        for (int i = 0; i < z.length; i++) {
            a[i] = (float) Math.tanh(z[i]);
        }
        return a;
    }

    @Benchmark
    public float[] logOfJdk() {
        for (int i = 0; i < z.length; i++) {
            a[i] = (float) Math.log(1.5f + z[i]);
        }
        return a;
    }
}
