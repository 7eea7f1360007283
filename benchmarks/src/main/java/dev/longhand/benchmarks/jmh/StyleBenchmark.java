package dev.longhand.benchmarks.jmh;

import dev.longhand.Style;
import dev.longhand.model.Model;
import dev.longhand.model.Workspace;
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
 * The same two layers in every style and size: the measurement behind the compiler's thresholds for
 * {@code AUTO}. Sizes are units and inputs, so that a layer has size² weights.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
public class StyleBenchmark {

    @Param({"UNROLLED", "LOOPS", "KERNELS"})
    public Style style = Style.LOOPS;

    @Param({"2", "4", "6", "8", "10", "12", "16", "24", "32", "48", "64", "100"})
    public int size = 2;

    @Param({"1", "4", "32"})
    public int batch = 1;

    private Model model = StyledLayers.model(Style.LOOPS, 2);
    private Workspace ws = model.workspace(1);

    @Setup
    public void prepare() {
        model = StyledLayers.model(style, size);
        ws = model.workspace(batch);
        System.arraycopy(Numbers.random(batch * size, 1), 0, ws.input(), 0, batch * size);
        System.arraycopy(Numbers.random(batch * size, 2), 0, ws.targets(), 0, batch * size);
    }

    @Benchmark
    public float[] forward() {
        model.forward(ws, batch);
        return ws.output();
    }

    @Benchmark
    public float forwardAndBackward() {
        model.forwardTraining(ws, batch);
        return model.backward(ws, batch);
    }
}
