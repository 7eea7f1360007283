package dev.longhand.benchmarks.jmh;

import dev.longhand.benchmarks.work.Task;
import dev.longhand.data.Dataset;
import dev.longhand.training.TrainingStep;
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
import org.openjdk.jmh.annotations.TearDown;

/** One step of training: workloads A, B and D, cycling through a hundred batches. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class StepBenchmark {

    private static final int BATCHES = 100;

    @Param({"TWO_HIDDEN", "ONE_HIDDEN", "XOR"})
    public Task task = Task.XOR;

    private float[][] x = {};
    private float[][] t = {};
    private TrainingStep step = TrainingStep.of(task.model(1), task.optimizer(), 4, 1);
    private int next;

    @Setup
    public void prepare() throws IOException {
        Dataset train = task.train();
        int batches = Math.min(BATCHES, train.size() / task.batch());
        x = new float[batches][task.batch() * task.inputs()];
        t = new float[batches][task.batch() * task.outputs()];
        for (int i = 0; i < batches; i++) {
            train.copyInputs(i * task.batch(), task.batch(), x[i]);
            train.copyTargets(i * task.batch(), task.batch(), t[i]);
        }
        step.close();
        step = TrainingStep.of(task.model(1), task.optimizer(), task.batch(), 1);
    }

    @TearDown
    public void end() {
        step.close();
    }

    @Benchmark
    public float train() {
        next = next + 1 == x.length ? 0 : next + 1;
        return step.run(x[next], t[next]);
    }
}
