package dev.longhand.kernel.norm.loops;

import dev.longhand.kernel.function.Functions;
import dev.longhand.kernel.norm.NormKernels;
import dev.longhand.kernel.norm.Normalization;

/**
 * Layer norm for a range of samples and one thread. The terms of a sum are computed by a loop that C2
 * vectorizes, then added in four lanes, so that four additions are in flight at a time.
 */
final class LayerNormLoops {

    private float[] row = {};
    private float[] other = {};
    private float[] terms = {};
    private float[] scale = {};
    private float[] shift = {};

    /** {@link NormKernels#layerNorm} for the samples {@code from} (inclusive) to {@code end} (exclusive). */
    void forward(Normalization norm, float[] x, float[] p, float[] statistics, float[] a, int from, int end) {
        int channels = norm.channels();
        setGamma(norm, p);
        System.arraycopy(p, norm.beta(), shift, 0, channels);
        for (int position = from * norm.positions(); position < end * norm.positions(); position++) {
            System.arraycopy(x, position * channels, row, 0, channels);
            float mean = mean(row, channels);
            subtract(row, mean, channels);
            multiply(row, row, terms, channels);
            float inverse = NormLoops.inverseDeviation(norm, mean(terms, channels));
            statistics[2 * position] = mean;
            statistics[2 * position + 1] = inverse;
            normalize(row, inverse, scale, shift, channels);
            System.arraycopy(row, 0, a, position * channels, channels);
        }
    }

    /** Sets γ. */
    void setGamma(Normalization norm, float[] p) {
        int channels = norm.channels();
        reserve(channels);
        System.arraycopy(p, norm.gamma(), scale, 0, channels);
    }

    /**
     * {@link NormKernels#layerNormInputGradient} for the samples {@code from} (inclusive) to {@code end} (exclusive),
     * after {@link #setGamma}.
     */
    void inputGradient(Normalization norm, float[] x, float[] da, float[] statistics, float[] dx, int from, int end) {
        int channels = norm.channels();
        for (int position = from * norm.positions(); position < end * norm.positions(); position++) {
            System.arraycopy(x, position * channels, row, 0, channels);
            System.arraycopy(da, position * channels, other, 0, channels);
            float inverse = statistics[2 * position + 1];
            center(row, statistics[2 * position], inverse, channels);
            multiply(other, scale, other, channels);
            float mean = mean(other, channels);
            multiply(other, row, terms, channels);
            float meanProduct = mean(terms, channels);
            subtractMeans(other, row, mean, meanProduct, inverse, channels);
            System.arraycopy(other, 0, dx, position * channels, channels);
        }
    }

    private void reserve(int channels) {
        if (row.length < channels) {
            row = new float[channels];
            other = new float[channels];
            terms = new float[channels];
            scale = new float[channels];
            shift = new float[channels];
        }
    }

    /** The mean, summed in double in four lanes; up to three remaining terms are added last. */
    private static float mean(float[] x, int count) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = 0;
        for (; i < count - 3; i += 4) {
            sum0 += x[i];
            sum1 += x[i + 1];
            sum2 += x[i + 2];
            sum3 += x[i + 3];
        }
        double sum = (sum0 + sum1) + (sum2 + sum3);
        for (; i < count; i++) {
            sum += x[i];
        }
        return (float) (sum / count);
    }

    // One loop per method, so that C2 vectorizes each of them wherever it's called.

    private static void subtract(float[] x, float mean, int count) {
        for (int c = 0; c < count; c++) {
            x[c] -= mean;
        }
    }

    private static void center(float[] x, float mean, float inverse, int count) {
        for (int c = 0; c < count; c++) {
            x[c] = (x[c] - mean) * inverse;
        }
    }

    private static void multiply(float[] x, float[] y, float[] products, int count) {
        for (int c = 0; c < count; c++) {
            products[c] = x[c] * y[c];
        }
    }

    private static void normalize(float[] x, float inverse, float[] scale, float[] shift, int count) {
        for (int c = 0; c < count; c++) {
            x[c] = Functions.fma(x[c] * inverse, scale[c], shift[c]);
        }
    }

    private static void subtractMeans(
            float[] dxHat, float[] xHat, float mean, float meanProduct, float inverse, int count) {
        for (int c = 0; c < count; c++) {
            dxHat[c] = Functions.fma(-xHat[c], meanProduct, dxHat[c] - mean) * inverse;
        }
    }
}
