package dev.longhand.kernel.norm.loops;

import dev.longhand.kernel.Kernels;
import dev.longhand.kernel.function.Functions;
import dev.longhand.kernel.norm.NormKernels;
import dev.longhand.kernel.norm.Normalization;
import java.util.Arrays;

/**
 * Batch norm, and the sums over samples of both norms, for a range of samples and one thread, as plain loops that
 * C2 vectorizes. It does so only where all arrays are read at the same index; so one position of each lane at a
 * time is copied to a row, and the values of the channels are repeated to fill rows of the same length.
 */
final class NormLoops {

    /** The target for the numbers of all lanes together, if a position has fewer. */
    private static final int SIDE_BY_SIDE = 256;

    // Rows, [lanes][channels]: of x or of what is added, of da, and of sums.
    private float[] row = {};
    private float[] daRow = {};
    private float[] sum = {};
    private float[] squareSum = {};
    private float[] productSum = {};

    // Rows of what each channel has: μ, s, γ or γ·s, β, dβ/m and dγ/m.
    private float[] mean = {};
    private float[] inverse = {};
    private float[] scale = {};
    private float[] shift = {};
    private float[] dBetaMean = {};
    private float[] dGammaMean = {};

    /** μ and s of each position of the batch, [n][positions][2]. */
    private float[] positionStatistics = {};

    /** {@link NormKernels#fold}. */
    void fold(Normalization norm, float[] p, int weights, int bias, float[] state, float[] folded, int count) {
        width(norm);
        int channels = norm.channels();
        int gamma = norm.gamma();
        int beta = norm.beta();
        int at = norm.running();
        for (int c = 0; c < channels; c++) {
            scale[c] = p[gamma + c] * inverseDeviation(norm, state[at + channels + c]);
            float b = bias == Kernels.NO_BIAS ? 0 : p[bias + c];
            folded[count + c] = Functions.fma(b - state[at + c], scale[c], p[beta + c]);
        }
        for (int i = 0; i < count; i += channels) {
            System.arraycopy(p, weights + i, row, 0, channels);
            multiply(row, scale, channels);
            System.arraycopy(row, 0, folded, i, channels);
        }
    }

    /** Σx of each sample and channel, to [n][channels]. */
    void sums(Normalization norm, float[] x, float[] sums, int from, int end) {
        int width = width(norm);
        for (int s = from; s < end; s++) {
            Arrays.fill(sum, 0, width, 0);
            int last = (s + 1) * size(norm);
            for (int i = s * size(norm); i < last; i += width) {
                int count = Math.min(width, last - i);
                System.arraycopy(x, i, row, 0, count);
                add(row, sum, count);
            }
            addLanes(norm, sum, sums, s);
        }
    }

    /** Σ(x − μ₁) and Σ(x − μ₁)² of each sample and channel, to [n][channels]; μ₁ [channels]. */
    void deviations(Normalization norm, float[] x, float[] means, float[] sums, float[] squares, int from, int end) {
        int width = width(norm);
        repeat(norm, means, 0, mean);
        for (int s = from; s < end; s++) {
            Arrays.fill(sum, 0, width, 0);
            Arrays.fill(squareSum, 0, width, 0);
            int last = (s + 1) * size(norm);
            for (int i = s * size(norm); i < last; i += width) {
                int count = Math.min(width, last - i);
                System.arraycopy(x, i, row, 0, count);
                addDeviations(row, mean, sum, squareSum, count);
            }
            addLanes(norm, sum, sums, s);
            addLanes(norm, squareSum, squares, s);
        }
    }

    /** Sets the μ and s that x̂ is computed with: μ [channels] starting at {@code at}, then σ² [channels]. */
    void setStatistics(Normalization norm, float[] statistics, int at) {
        width(norm);
        int channels = norm.channels();
        repeat(norm, statistics, at, mean);
        for (int c = 0; c < channels; c++) {
            inverse[c] = inverseDeviation(norm, statistics[at + channels + c]);
        }
        repeat(norm, inverse, 0, inverse);
    }

    /** a = γ·x̂ + β, after {@link #setStatistics}. */
    void normalize(Normalization norm, float[] x, float[] p, float[] a, int from, int end) {
        int width = width(norm);
        repeat(norm, p, norm.gamma(), scale);
        repeat(norm, p, norm.beta(), shift);
        int last = end * size(norm);
        for (int i = from * size(norm); i < last; i += width) {
            int count = Math.min(width, last - i);
            System.arraycopy(x, i, row, 0, count);
            normalize(row, mean, inverse, scale, shift, count);
            System.arraycopy(row, 0, a, i, count);
        }
    }

    /** Σda and Σda·x̂ of each sample and channel, to [n][channels], after {@link #setStatistics}. */
    void gradientSums(Normalization norm, float[] x, float[] da, float[] sums, float[] products, int from, int end) {
        int width = width(norm);
        for (int s = from; s < end; s++) {
            Arrays.fill(sum, 0, width, 0);
            Arrays.fill(productSum, 0, width, 0);
            int last = (s + 1) * size(norm);
            for (int i = s * size(norm); i < last; i += width) {
                int count = Math.min(width, last - i);
                System.arraycopy(x, i, row, 0, count);
                System.arraycopy(da, i, daRow, 0, count);
                add(daRow, sum, count);
                addProducts(daRow, row, mean, inverse, productSum, count);
            }
            addLanes(norm, sum, sums, s);
            addLanes(norm, productSum, products, s);
        }
    }

    /** Sets dβ/m, dγ/m and γ·s, after {@link #setStatistics}. */
    void setGradients(Normalization norm, float[] p, float[] g, float m) {
        int gamma = norm.gamma();
        int beta = norm.beta();
        for (int c = 0; c < norm.channels(); c++) {
            dBetaMean[c] = g[beta + c] / m;
            dGammaMean[c] = g[gamma + c] / m;
            scale[c] = p[gamma + c] * inverse[c];
        }
        repeat(norm, dBetaMean, 0, dBetaMean);
        repeat(norm, dGammaMean, 0, dGammaMean);
        repeat(norm, scale, 0, scale);
    }

    /** dx = γ·s·(da − dβ/m − x̂·dγ/m), after {@link #setStatistics} and {@link #setGradients}. */
    void inputGradient(Normalization norm, float[] x, float[] da, float[] dx, int from, int end) {
        int width = width(norm);
        int last = end * size(norm);
        for (int i = from * size(norm); i < last; i += width) {
            int count = Math.min(width, last - i);
            System.arraycopy(x, i, row, 0, count);
            System.arraycopy(da, i, daRow, 0, count);
            center(row, mean, inverse, count);
            subtractMeans(daRow, row, dBetaMean, dGammaMean, scale, count);
            System.arraycopy(daRow, 0, dx, i, count);
        }
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
            Arrays.fill(sum, 0, width, 0);
            Arrays.fill(productSum, 0, width, 0);
            int last = (s + 1) * size(norm);
            for (int i = s * size(norm); i < last; i += width) {
                int count = Math.min(width, last - i);
                System.arraycopy(x, i, row, 0, count);
                System.arraycopy(da, i, daRow, 0, count);
                for (int c = 0, position = 2 * (i / channels); c < count; c += channels, position += 2) {
                    Arrays.fill(mean, c, c + channels, statistics[position]);
                    Arrays.fill(inverse, c, c + channels, statistics[position + 1]);
                }
                add(daRow, sum, count);
                addProducts(daRow, row, mean, inverse, productSum, count);
            }
            addLanes(norm, sum, sums, s);
            addLanes(norm, productSum, products, s);
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
        if (row.length < width) {
            row = new float[width];
            daRow = new float[width];
            sum = new float[width];
            squareSum = new float[width];
            productSum = new float[width];
            mean = new float[width];
            inverse = new float[width];
            scale = new float[width];
            shift = new float[width];
            dBetaMean = new float[width];
            dGammaMean = new float[width];
        }
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
        width(norm);
        int channels = norm.channels();
        Arrays.fill(sum, 0, channels, 0);
        for (int s = 0; s < n; s++) {
            System.arraycopy(parts, s * channels, row, 0, channels);
            add(row, sum, channels);
        }
        System.arraycopy(sum, 0, sums, at, channels);
    }

    // One loop per method, so that C2 vectorizes each of them wherever it's called.

    private static void multiply(float[] x, float[] y, int count) {
        for (int j = 0; j < count; j++) {
            x[j] *= y[j];
        }
    }

    private static void add(float[] x, float[] sum, int count) {
        for (int j = 0; j < count; j++) {
            sum[j] += x[j];
        }
    }

    private static void addDeviations(float[] x, float[] mean, float[] sum, float[] squares, int count) {
        for (int j = 0; j < count; j++) {
            float d = x[j] - mean[j];
            sum[j] += d;
            squares[j] = Functions.fma(d, d, squares[j]);
        }
    }

    private static void addProducts(float[] da, float[] x, float[] mean, float[] inverse, float[] sum, int count) {
        for (int j = 0; j < count; j++) {
            sum[j] = Functions.fma(da[j], (x[j] - mean[j]) * inverse[j], sum[j]);
        }
    }

    private static void normalize(float[] x, float[] mean, float[] inverse, float[] scale, float[] shift, int count) {
        for (int j = 0; j < count; j++) {
            x[j] = Functions.fma((x[j] - mean[j]) * inverse[j], scale[j], shift[j]);
        }
    }

    private static void center(float[] x, float[] mean, float[] inverse, int count) {
        for (int j = 0; j < count; j++) {
            x[j] = (x[j] - mean[j]) * inverse[j];
        }
    }

    private static void subtractMeans(
            float[] da, float[] xHat, float[] dBetaMean, float[] dGammaMean, float[] scale, int count) {
        for (int j = 0; j < count; j++) {
            da[j] = Functions.fma(-xHat[j], dGammaMean[j], da[j] - dBetaMean[j]) * scale[j];
        }
    }
}
