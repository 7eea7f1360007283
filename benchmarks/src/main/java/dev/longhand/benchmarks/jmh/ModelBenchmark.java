package dev.longhand.benchmarks.jmh;

import dev.longhand.benchmarks.work.Samples;
import dev.longhand.benchmarks.work.Task;
import dev.longhand.data.Dataset;
import dev.longhand.model.Model;
import dev.longhand.model.Workspace;
import dev.longhand.optimizer.Adam;
import dev.longhand.training.TrainingStep;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Prediction, gradient and training step of a small network around one kind of layer. It uses only models and
 * training, so that builds whose kernels differ can be compared.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public abstract class ModelBenchmark {

    @Param({"1", "100"})
    public int batch = 1;

    private Model model = Task.XOR.model(1);
    private Workspace ws = model.workspace(1);
    private TrainingStep step = TrainingStep.of(model, Adam.defaults(), 1, 1);
    private float[] x = {};
    private float[] t = {};
    private float[] y = {};

    /** The network to measure. */
    abstract Model create(long seed);

    /** The fewest samples that the network can be trained on. */
    int smallestBatch() {
        return 1;
    }

    /** The kind of inputs. */
    Samples samples() {
        return Samples.NUMBERS;
    }

    @Setup
    public void prepare() {
        batch = Math.max(batch, smallestBatch());
        model = create(1);
        Dataset data = samples().draw(model, batch, 2);
        x = data.inputs();
        t = data.targets();
        y = new float[t.length];
        ws = model.workspace(batch);
        data.gather(IntStream.range(0, batch).toArray(), 0, batch, ws);
        step.close();
        // Steps so small that the parameters, and with them the amount of work, stay the same.
        step = TrainingStep.of(create(1), Adam.learningRate(1e-9), batch, 1);
    }

    @TearDown
    public void end() {
        step.close();
    }

    @Benchmark
    public float[] predict() {
        model.predict(x, batch, y);
        return y;
    }

    /** Forward, loss and backward. */
    @Benchmark
    public float gradient() {
        model.forwardTraining(ws, batch);
        return model.backward(ws, batch);
    }

    /** The gradient and Adam. */
    @Benchmark
    public float step() {
        return step.run(x, t);
    }
}
