package dev.longhand.benchmarks.jmh;

import dev.longhand.benchmarks.work.Task;
import dev.longhand.data.Dataset;
import dev.longhand.model.Model;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Workload E: predictions with A's network, cycling through many batches. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class PredictionBenchmark {

    @Param({"1", "10", "100", "1000"})
    public int batch = 1;

    private final Model model = Task.TWO_HIDDEN.model(1);
    private float[][] x = {};
    private float[] y = {};
    private int next;

    @Setup
    public void prepare() throws IOException {
        Dataset test = Task.TWO_HIDDEN.test();
        int batches = Math.min(1000, test.size() / batch);
        x = new float[batches][batch * Task.TWO_HIDDEN.inputs()];
        for (int i = 0; i < batches; i++) {
            test.copyInputs(i * batch, batch, x[i]);
        }
        y = new float[batch * Task.TWO_HIDDEN.outputs()];
    }

    @Benchmark
    public float[] predict() {
        next = next + 1 == x.length ? 0 : next + 1;
        model.predict(x[next], batch, y);
        return y;
    }
}
