package dev.longhand.kernel.convolution.loops;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.longhand.Activation;
import dev.longhand.kernel.convolution.ConvolutionKernels;
import dev.longhand.kernel.pool.PoolKernels;
import dev.longhand.kernel.pool.Pooling;
import dev.longhand.kernel.pool.Window;
import dev.longhand.kernel.pool.loops.ParallelPools;
import dev.longhand.kernel.team.Team;
import dev.longhand.kernel.weights.WeightSource;
import dev.longhand.testing.Numbers;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One fixed step of convolution and pooling has the same bits on every JDK and processor, and allocates nothing. */
class ConvolutionBitsTest {

    static Stream<ConvolutionKernels> allKernels() {
        return Stream.of(
                new NaiveConvolutions(),
                new ConvolutionLoops(new PlainPatchSums(new WeightSource())),
                new ConvolutionLoops(new VectorPatchSums()));
    }

    @ParameterizedTest
    @MethodSource("allKernels")
    void aStepHasTheseBits(ConvolutionKernels kernels) throws Exception {
        Step step = new Step();
        step.run(kernels);
        assertThat(HexFormat.of().formatHex(step.digest()))
                .isEqualTo("c34b5a6ab3b5d42c1e6eb0a52d3e4d256cfa40e60a262b47cae514b60a61a877");
    }

    @Test
    void nothingIsAllocatedAfterWarmUp() {
        ConvolutionKernels kernels = new ConvolutionLoops(new PlainPatchSums(new WeightSource()));
        Step step = new Step();
        allocatedBy(step, kernels, 50);
        assertThat(allocatedBy(step, kernels, 50)).isEqualTo(allocatedBy(step, kernels, 0));
    }

    /** Allocated bytes, including the few that measuring allocates. */
    private static long allocatedBy(Step step, ConvolutionKernels kernels, int times) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(self);
        for (int i = 0; i < times; i++) {
            step.run(kernels);
        }
        return threads.getThreadAllocatedBytes(self) - before;
    }

    /** Every operation once, each on the results of the one before it. */
    private static final class Step {

        private static final int N = 7;

        private final PoolKernels pools = new ParallelPools(new Team(1));

        private final IndexedConvolution first = IndexedConvolution.of(
                        13, 14, 16, 24, Window.of(3, 3).padding(1, 1, 1, 1))
                .activation(Activation.SILU);
        private final IndexedConvolution biased = first.bias(9);
        private final IndexedPooledConvolution second = IndexedPooledConvolution.of(
                IndexedConvolution.of(
                                13, 14, 24, 20, Window.of(3, 2).stride(1, 2).padding(2, 0, 1, 1))
                        .groups(2)
                        .weights(24 * 9 * 24)
                        .bias(0)
                        .activation(Activation.RELU),
                2,
                2);
        private final Pooling pool = new Pooling(13, 14, 24, Window.of(3, 3).padding(1, 1, 1, 1));
        private final float[] x = Numbers.normal(N * first.shape.inputSize(), 1, 1);
        private final float[] p = Numbers.normal(2 * 24 * 9 * 24, 2, 0.2);
        private final float[] a = new float[N * first.shape.outputSize()];
        private final float[] pooled = new float[N * first.shape.outputSize()];
        private final float[] drawn = new float[N * first.shape.outputSize()];
        private final float[] last = new float[N * second.shape.outputSize()];
        private final float[] argmax = new float[N * second.shape.outputSize()];
        private final float[] dz = Numbers.normal(last.length, 3, 1);
        private final float[] da = new float[a.length];
        private final float[] dx = new float[x.length];
        private final float[] g = new float[p.length];

        void run(ConvolutionKernels k) {
            k.forward(biased, x, p, a, N);
            pools.max(pool, a, pooled, N);
            pools.maxGradient(pool, a, pooled, pooled, da, N);
            pools.average(pool, a, pooled, N);
            pools.averageGradient(pool, pooled, da, N);
            pools.stochasticMean(pool, a, pooled, N);
            pools.stochastic(pool, pooled, 5, a, drawn, N);
            pools.stochasticGradient(pool, drawn, a, da, N);
            k.forward(second, a, p, last, argmax, N);
            for (int i = 0; i < last.length; i++) {
                dz[i] = last[i] > 0 ? dz[i] : 0;
                argmax[i] = last[i] > 0 ? argmax[i] : 0;
            }
            k.gradient(second, a, argmax, dz, g, N);
            k.inputGradient(second, argmax, dz, p, da, N);
            k.gradient(first, x, da, g, N);
            k.inputGradient(first, da, p, dx, N);
        }

        byte[] digest() throws Exception {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (float[] array : Arrays.asList(last, argmax, g, dx, da)) {
                ByteBuffer bytes = ByteBuffer.allocate(4 * array.length);
                for (float value : array) {
                    bytes.putInt(Float.floatToIntBits(value + 0f));
                }
                digest.update(bytes.array());
            }
            return digest.digest();
        }
    }
}
