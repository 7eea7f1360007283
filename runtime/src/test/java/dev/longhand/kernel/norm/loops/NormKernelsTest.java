package dev.longhand.kernel.norm.loops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.kernel.Kernels;
import dev.longhand.kernel.norm.NormKernels;
import dev.longhand.kernel.norm.Normalization;
import dev.longhand.kernel.team.Team;
import dev.longhand.testing.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NormKernelsTest {

    private static final Team OF_1 = new Team(1);
    private static final Team OF_2 = new Team(2);
    private static final Team OF_3 = new Team(3);
    private static final int[] BATCHES = {1, 2, 7, 33};
    private static final int[] POSITIONS = {1, 2, 13, 49, 300};
    private static final int[] CHANNELS = {1, 2, 3, 7, 16, 17, 33, 207, 300};

    private final NormKernels naive = new NaiveNorms();

    @AfterAll
    static void end() {
        OF_2.close();
        OF_3.close();
    }

    private static List<NormKernels> kernels() {
        return List.of(
                ParallelNorms.plain(OF_1),
                ParallelNorms.plain(OF_3),
                ParallelNorms.vector(OF_1),
                ParallelNorms.vector(OF_2),
                ParallelNorms.vector(OF_3),
                ParallelNorms.tiered(OF_2));
    }

    /** All results of a normalization for one input. */
    private static float[][] batchNorm(NormKernels kernels, Normalization sizes, int n) {
        int channels = sizes.channels();
        Normalization norm = sizes.parameters(3, 3 + channels).state(1);
        float[] x = Numbers.normal(n * NormLoops.size(norm), 1, 2);
        float[] da = Numbers.normal(n * NormLoops.size(norm), 2, 1);
        float[] p = Numbers.normal(2 * channels + 3, 3, 1);
        float[] statistics = new float[2 * channels];
        float[] a = new float[x.length + 1];
        float[] g = new float[p.length];
        float[] dx = da.clone();
        float[] state = Numbers.normal(2 * channels + 1, 4, 1);
        float[] predicted = new float[x.length];
        kernels.batchStatistics(norm, x, statistics, n);
        kernels.batchNorm(norm, x, statistics, p, a, n);
        kernels.batchNormGradient(norm, x, da, statistics, g, n);
        kernels.batchNormInputGradient(norm, statistics, p, g).run(x, dx, dx, n);
        kernels.updateRunning(norm, statistics, 0.9f, state, n);
        for (int c = 0; c < channels; c++) {
            state[1 + channels + c] = Math.abs(state[1 + channels + c]);
        }
        kernels.runningBatchNorm(norm, x, state, p, predicted, n);
        float[] weights = Numbers.normal(8 * channels, 5, 1);
        float[] folded = new float[6 * channels + 1];
        float[] unbiased = new float[6 * channels + 1];
        Normalization folding = norm.parameters(6 * channels, 7 * channels);
        kernels.fold(folding, weights, channels, 0, state, folded, 5 * channels);
        Normalization unbiasedFolding = norm.parameters(0, channels);
        kernels.fold(unbiasedFolding, weights, channels, Kernels.NO_BIAS, state, unbiased, 5 * channels);
        return new float[][] {statistics, a, g, dx, state, predicted, folded, unbiased};
    }

    private static float[][] layerNorm(NormKernels kernels, Normalization sizes, int n) {
        int channels = sizes.channels();
        Normalization norm = sizes.parameters(3, 3 + channels);
        float[] x = Numbers.normal(n * NormLoops.size(norm), 1, 2);
        float[] da = Numbers.normal(n * NormLoops.size(norm), 2, 1);
        float[] p = Numbers.normal(2 * channels + 3, 3, 1);
        float[] statistics = new float[2 * n * norm.positions()];
        float[] a = new float[x.length + 1];
        float[] g = new float[p.length];
        float[] dx = da.clone();
        kernels.layerNorm(norm, x, p, statistics, a, n);
        kernels.layerNormGradient(norm, x, da, statistics, g, n);
        kernels.layerNormInputGradient(norm, x, dx, statistics, p, dx, n);
        return new float[][] {statistics, a, g, dx};
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void bitsAreThoseOfTheContract(NormKernels kernels) {
        for (int n : BATCHES) {
            for (int positions : POSITIONS) {
                for (int channels : CHANNELS) {
                    Normalization norm = Normalization.of(positions, channels, 1e-5f);
                    if ((long) n * NormLoops.size(norm) <= 200_000) {
                        assertSame(batchNorm(kernels, norm, n), batchNorm(naive, norm, n), norm, n);
                        assertSame(layerNorm(kernels, norm, n), layerNorm(naive, norm, n), norm, n);
                    }
                }
            }
        }
    }

    private static void assertSame(float[][] actual, float[][] expected, Normalization norm, int n) {
        if (!Arrays.deepEquals(actual, expected)) {
            assertThat(actual).as("%s, %d samples", norm, n).isDeepEqualTo(expected);
        }
    }

    @Test
    void gradientsAreTheSlopesOfTheLoss() {
        int n = 4;
        Normalization norm = Normalization.of(3, 5, 1e-3f);
        for (boolean ofBatch : new boolean[] {true, false}) {
            double[] x = doubles(Numbers.normal(n * NormLoops.size(norm), 1, 2));
            double[] p = doubles(Numbers.normal(13, 3, 1));
            float[] da = Numbers.normal(n * NormLoops.size(norm), 2, 1);
            float[][] all = ofBatch ? batchNorm(naive, norm, n) : layerNorm(naive, norm, n);
            float[] g = all[2];
            float[] dx = all[3];
            for (int i = 0; i < x.length; i++) {
                assertThat(slope(x, i, it -> loss(norm, it, p, da, ofBatch))).isCloseTo(dx[i], within(2e-5));
            }
            for (int i = 3; i < p.length; i++) {
                assertThat(slope(p, i, it -> loss(norm, x, it, da, ofBatch))).isCloseTo(g[i], within(2e-5));
            }
        }
    }

    private static double slope(double[] x, int i, ToDoubleFunction<double[]> f) {
        double[] moved = x.clone();
        moved[i] = x[i] + 1e-5;
        double above = f.applyAsDouble(moved);
        moved[i] = x[i] - 1e-5;
        return (above - f.applyAsDouble(moved)) / 2e-5;
    }

    /** Σ da·a in double precision, γ from p[3] on. */
    private static double loss(Normalization norm, double[] x, double[] p, float[] da, boolean ofBatch) {
        int channels = norm.channels();
        double loss = 0;
        for (int i = 0; i < x.length; i++) {
            double sum = 0;
            double squares = 0;
            int count = 0;
            for (int j = 0; j < x.length; j++) {
                if (ofBatch ? i % channels == j % channels : i / channels == j / channels) {
                    sum += x[j];
                    squares += x[j] * x[j];
                    count++;
                }
            }
            double mean = sum / count;
            double variance = squares / count - mean * mean;
            double centered = (x[i] - mean) / Math.sqrt(variance + norm.epsilon());
            loss += da[i] * (p[3 + i % channels] * centered + p[3 + channels + i % channels]);
        }
        return loss;
    }

    private static double[] doubles(float[] floats) {
        double[] doubles = new double[floats.length];
        for (int i = 0; i < floats.length; i++) {
            doubles[i] = floats[i];
        }
        return doubles;
    }

    @Test
    void sumsOfManyTermsLoseNoDigits() {
        int n = 100;
        Normalization norm = Normalization.of(28 * 28, 16, 1e-5f);
        float[] x = Numbers.normal(n * NormLoops.size(norm), 5, 0.5);
        double[] means = new double[16];
        for (int i = 0; i < x.length; i++) {
            x[i] += 3;
            means[i % 16] += x[i];
        }
        float[] statistics = new float[32];
        ParallelNorms.vector(OF_1).batchStatistics(norm, x, statistics, n);
        for (int c = 0; c < 16; c++) {
            double mean = means[c] / (n * 28 * 28);
            double squares = 0;
            for (int i = c; i < x.length; i += 16) {
                squares += (x[i] - mean) * (x[i] - mean);
            }
            assertThat(statistics[c] / mean).isCloseTo(1, within(1e-6));
            assertThat(statistics[16 + c] / (squares / (n * 28 * 28))).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void constantsAreTheirOwnMeanAndHaveNoVariance() {
        NormKernels kernels = ParallelNorms.vector(OF_1);
        for (float constant : new float[] {7.7f, 33.3f, -0.1f, 1e-3f}) {
            for (int channels : CHANNELS) {
                Normalization norm = Normalization.of(300, channels, 1e-5f);
                float[] x = new float[33 * NormLoops.size(norm)];
                Arrays.fill(x, constant);
                float[] statistics = new float[2 * channels];
                kernels.batchStatistics(norm, x, statistics, 33);
                for (int c = 0; c < channels; c++) {
                    assertThat(statistics[c]).isEqualTo(constant);
                    assertThat(statistics[channels + c]).isBetween(0f, 1e-12f * constant * constant);
                }
                float[] positions = new float[2 * 33 * 300];
                float[] p = new float[2 * channels];
                Arrays.fill(p, 0, channels, 1);
                float[] a = new float[x.length];
                kernels.layerNorm(norm, x, p, positions, a, 33);
                assertThat(a).containsOnly(0);
            }
        }
    }

    @Test
    void aBatchWithOneValueAChannelDoesNotChangeRunningStatistics() {
        float[] state = {1, 2, 3, 4};
        NormKernels kernels = ParallelNorms.vector(OF_1);
        Normalization norm = Normalization.of(1, 2, 1e-5f);
        kernels.updateRunning(norm, new float[] {9, 9, 0, 0}, 0.9f, state, 1);
        assertThat(state).containsExactly(1, 2, 3, 4);
        kernels.updateRunning(norm, new float[] {11, 22, 1, 2}, 0.5f, state, 2);
        assertThat(state).containsExactly(6, 12, 2.5f, 4);
    }
}
