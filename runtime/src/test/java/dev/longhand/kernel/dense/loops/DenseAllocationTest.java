package dev.longhand.kernel.dense.loops;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.longhand.Activation;
import dev.longhand.kernel.dense.DenseKernels;
import dev.longhand.kernel.dense.DenseLayer;
import dev.longhand.kernel.function.FunctionKernels;
import dev.longhand.kernel.function.loops.ParallelFunctions;
import dev.longhand.kernel.matrix.PlainProduct;
import dev.longhand.kernel.team.Team;
import dev.longhand.testing.Numbers;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenseAllocationTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void nothingIsAllocatedAfterTheFirstSteps(int members) {
        int n = 70;
        int in = 50;
        int out = 40;
        float[] x = Numbers.normal(n * in, 1, 1);
        float[] p = Numbers.normal(in * out + out, 2, 1);
        float[] a = new float[n * out];
        float[] da = Numbers.normal(n * out, 3, 1);
        float[] g = new float[p.length];
        float[] dx = new float[n * in];
        DenseLayer layer = DenseLayer.of(in, out).bias(in * out);
        DenseLayer[] layers =
                Arrays.stream(Activation.values()).map(layer::activation).toArray(DenseLayer[]::new);
        DenseLayer narrow = DenseLayer.of(in, 10);
        try (Team team = new Team(members)) {
            DenseKernels dense = new ParallelDense(team, PlainProduct::new);
            FunctionKernels functions = new ParallelFunctions(team);
            Runnable step = () -> {
                for (DenseLayer each : layers) {
                    dense.forward(each, x, p, a, n);
                    functions.activationGradient(each.activation(), a, da, a, n, out);
                    dense.gradient(each, x, da, g, n);
                    dense.inputGradient(each, da, p, dx, n);
                    dense.forward(narrow, x, p, a, 1);
                }
            };
            allocatedBy(step, 200);

            assertThat(allocatedBy(step, 100)).isEqualTo(allocatedBy(step, 0));
        }
    }

    /** Allocated bytes, including the few that measuring allocates. */
    private static long allocatedBy(Runnable step, int times) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(self);
        for (int i = 0; i < times; i++) {
            step.run();
        }
        return threads.getThreadAllocatedBytes(self) - before;
    }
}
