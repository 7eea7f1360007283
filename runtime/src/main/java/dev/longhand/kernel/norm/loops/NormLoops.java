package dev.longhand.kernel.norm.loops;

import dev.longhand.kernel.Kernels;
import dev.longhand.kernel.function.Functions;
import dev.longhand.kernel.norm.NormKernels;
import dev.longhand.kernel.norm.Normalization;
import java.util.Arrays;

/**
 * Batch norm, and the sums over samples of both norms, for a range of samples and one thread. The values of the channels
 * are repeated to fill rows, so that a pass needs no index of a channel.
 */
final class NormLoops {

    /** The target for the numbers of all lanes together, if a position has fewer. */
    private static final int SIDE_BY_SIDE = 256;

    private final ChannelValues rows = new ChannelValues();
    private final NormPasses passes;

    /** A row of W. */
    private float[] row = {};

    /** μ and s of each position of the batch, [n][positions][2]. */
    private float[] positionStatistics = {};

    NormLoops(NormPasses passes) {
        this.passes = passes;
    }

    /** {@link NormKernels#fold}. */
    void fold(Normalization norm, float[] p, int weights, int bias, float[] state, float[] folded, int count) {
        width(norm);
        int channels = norm.channels();
        if (row.length < channels) {
            row = new float[channels];
        }
        int gamma = norm.gamma();
        int beta = norm.beta();
        int at = norm.running();
        for (int c = 0; c < channels; c++) {
            rows.scale[c] = p[gamma + c] * inverseDeviation(norm, state[at + channels + c]);
            float b = bias == Kernels.NO_BIAS ? 0 : p[bias + c];
            folded[count + c] = Functions.fma(b - state[at + c], rows.scale[c], p[beta + c]);
        }
        for (int i = 0; i < count; i += channels) {
            System.arraycopy(p, weights + i, row, 0, channels);
            multiply(row, rows.scale, channels);
            System.arraycopy(row, 0, folded, i, channels);
        }
    }

    /** Σx of each sample and channel, to [n][channels]. */
    void sums(Normalization norm, float[] x, float[] sums, int from, int end) {
        int width = width(norm);
        for (int s = from; s < end; s++) {
            Arrays.fill(rows.sum, 0, width, 0);
            passes.add(rows, x, s * size(norm), (s + 1) * size(norm));
            addLanes(norm, rows.sum, sums, s);
        }
    }

    /** Σ(x − μ₁) and Σ(x − μ₁)² of each sample and channel, to [n][channels]; μ₁ [channels]. */
    void deviations(Normalization norm, float[] x, float[] means, float[] sums, float[] squares, int from, int end) {
        int width = width(norm);
        repeat(norm, means, 0, rows.mean);
        for (int s = from; s < end; s++) {
            Arrays.fill(rows.sum, 0, width, 0);
            Arrays.fill(rows.productSum, 0, width, 0);
            passes.addDeviations(rows, x, s * size(norm), (s + 1) * size(norm));
            addLanes(norm, rows.sum, sums, s);
            addLanes(norm, rows.productSum, squares, s);
        }
    }

    /** Sets the μ and s that x̂ is computed with: μ [channels] starting at {@code at}, then σ² [channels]. */
    void setStatistics(Normalization norm, float[] statistics, int at) {
        width(norm);
        int channels = norm.channels();
        repeat(norm, statistics, at, rows.mean);
        for (int c = 0; c < channels; c++) {
            rows.inverse[c] = inverseDeviation(norm, statistics[at + channels + c]);
        }
        repeat(norm, rows.inverse, 0, rows.inverse);
    }

    /** a = γ·x̂ + β, after {@link #setStatistics}. */
    void normalize(Normalization norm, float[] x, float[] p, float[] a, int from, int end) {
        width(norm);
        repeat(norm, p, norm.gamma(), rows.scale);
        repeat(norm, p, norm.beta(), rows.shift);
        passes.normalize(rows, x, a, from * size(norm), end * size(norm));
    }

    /** Σda and Σda·x̂ of each sample and channel, to [n][channels], after {@link #setStatistics}. */
    void gradientSums(Normalization norm, float[] x, float[] da, float[] sums, float[] products, int from, int end) {
        int width = width(norm);
        for (int s = from; s < end; s++) {
            Arrays.fill(rows.sum, 0, width, 0);
            Arrays.fill(rows.productSum, 0, width, 0);
            passes.addGradients(rows, x, da, s * size(norm), (s + 1) * size(norm));
            addLanes(norm, rows.sum, sums, s);
            addLanes(norm, rows.productSum, products, s);
        }
    }

    /** Sets dβ/m, dγ/m and γ·s, after {@link #setStatistics}. */
    void setGradients(Normalization norm, float[] p, float[] g, float m) {
        int gamma = norm.gamma();
        int beta = norm.beta();
        for (int c = 0; c < norm.channels(); c++) {
            rows.dBetaMean[c] = g[beta + c] / m;
            rows.dGammaMean[c] = g[gamma + c] / m;
            rows.scale[c] = p[gamma + c] * rows.inverse[c];
        }
        repeat(norm, rows.dBetaMean, 0, rows.dBetaMean);
        repeat(norm, rows.dGammaMean, 0, rows.dGammaMean);
        repeat(norm, rows.scale, 0, rows.scale);
    }

    /** dx = γ·s·(da − dβ/m − x̂·dγ/m), after {@link #setStatistics} and {@link #setGradients}. */
    void inputGradient(Normalization norm, float[] x, float[] da, float[] dx, int from, int end) {
        width(norm);
        passes.inputGradient(rows, x, da, dx, from * size(norm), end * size(norm));
    }

    /** Sets the μ and s of each position, [n][positions][2]. */
    void setPositionStatistics(float[] statistics) {
        positionStatistics = statistics;
    }

    /**
     * Σda and Σda·x̂ of each sample and channel, to [n][channels], after {@link #setPositionStatistics}: x̂ with
     * the μ and s of its position.
     */
    void layerNormGradientSums(
            Normalization norm, float[] x, float[] da, float[] sums, float[] products, int from, int end) {
        float[] statistics = positionStatistics;
        int width = width(norm);
        int channels = norm.channels();
        for (int s = from; s < end; s++) {
            Arrays.fill(rows.sum, 0, width, 0);
            Arrays.fill(rows.productSum, 0, width, 0);
            int last = (s + 1) * size(norm);
            for (int i = s * size(norm); i < last; i += width) {
                int to = Math.min(i + width, last);
                for (int c = 0, position = 2 * (i / channels); c < to - i; c += channels, position += 2) {
                    Arrays.fill(rows.mean, c, c + channels, statistics[position]);
                    Arrays.fill(rows.inverse, c, c + channels, statistics[position + 1]);
                }
                passes.addGradients(rows, x, da, i, to);
            }
            addLanes(norm, rows.sum, sums, s);
            addLanes(norm, rows.productSum, products, s);
        }
    }

    /** The numbers of a sample. */
    static int size(Normalization norm) {
        return norm.positions() * norm.channels();
    }

    /** L of {@link NormKernels}: the lanes that a sample's positions are divided among. */
    private static int lanes(Normalization norm) {
        return Math.max(1, Math.min(norm.positions(), SIDE_BY_SIDE / norm.channels()));
    }

    /** s = 1/√(σ² + ε). */
    static float inverseDeviation(Normalization norm, float variance) {
        return 1 / (float) Math.sqrt(variance + norm.epsilon());
    }

    /** The length of a row, lanes·channels; makes sure that the rows have it. */
    private int width(Normalization norm) {
        int width = lanes(norm) * norm.channels();
        rows.reserve(width);
        return width;
    }

    /** Repeats the values of the channels, starting at {@code at}, for each lane. */
    private static void repeat(Normalization norm, float[] values, int at, float[] row) {
        int channels = norm.channels();
        for (int lane = 0; lane < lanes(norm); lane++) {
            System.arraycopy(values, at, row, lane * channels, channels);
        }
    }

    private static void addLanes(Normalization norm, float[] lanes, float[] sums, int sample) {
        int channels = norm.channels();
        int at = sample * channels;
        if (lanes(norm) == 1) {
            System.arraycopy(lanes, 0, sums, at, channels);
            return;
        }
        for (int c = 0; c < channels; c++) {
            float all = 0;
            for (int lane = c; lane < lanes(norm) * channels; lane += channels) {
                all += lanes[lane];
            }
            sums[at + c] = all;
        }
    }

    /** Adds the sums of each sample, [n][channels], and writes the totals to {@code sums}, starting at {@code at}. */
    void addSamples(Normalization norm, float[] parts, int n, float[] sums, int at) {
        int channels = norm.channels();
        rows.reserve(channels);
        Arrays.fill(rows.sum, 0, channels, 0);
        passes.add(rows, parts, 0, n * channels);
        System.arraycopy(rows.sum, 0, sums, at, channels);
    }

    private static void multiply(float[] x, float[] y, int count) {
        for (int j = 0; j < count; j++) {
            x[j] *= y[j];
        }
    }
}
