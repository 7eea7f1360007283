package dev.longhand.kernel.norm;

/**
 * Layer norm for any range of the samples by one thread: each place has a mean and a variance of its own. The
 * terms of a sum are computed by a loop that C2 vectorises, then added in four lanes, so that four additions
 * are under way at a time.
 */
final class LayerNormLoops {

    private float[] row = {};
    private float[] other = {};
    private float[] terms = {};
    private float[] scale = {};
    private float[] shift = {};

    /** {@link NormKernels#layerNorm} for the samples {@code from} to before {@code end}. */
    void forward(
            Normalization norm,
            float[] x,
            float[] p,
            int gamma,
            int beta,
            float[] statistics,
            float[] a,
            int from,
            int end) {
        int channels = norm.channels();
        makeRoom(channels);
        System.arraycopy(p, gamma, scale, 0, channels);
        System.arraycopy(p, beta, shift, 0, channels);
        for (int place = from * norm.positions(); place < end * norm.positions(); place++) {
            System.arraycopy(x, place * channels, row, 0, channels);
            float mean = sum(row, channels) / channels;
            subtract(row, mean, channels);
            multiply(row, row, terms, channels);
            float inverse = norm.inverseDeviation(sum(terms, channels) / channels);
            statistics[2 * place] = mean;
            statistics[2 * place + 1] = inverse;
            normalize(row, inverse, scale, shift, channels);
            System.arraycopy(row, 0, a, place * channels, channels);
        }
    }

    /** {@link NormKernels#layerNormInputGradient} for the samples {@code from} to before {@code end}. */
    void inputGradient(
            Normalization norm,
            float[] x,
            float[] da,
            float[] statistics,
            float[] p,
            int gamma,
            float[] dx,
            int from,
            int end) {
        int channels = norm.channels();
        makeRoom(channels);
        System.arraycopy(p, gamma, scale, 0, channels);
        for (int place = from * norm.positions(); place < end * norm.positions(); place++) {
            System.arraycopy(x, place * channels, row, 0, channels);
            System.arraycopy(da, place * channels, other, 0, channels);
            float inverse = statistics[2 * place + 1];
            center(row, statistics[2 * place], inverse, channels);
            multiply(other, scale, other, channels);
            float mean = sum(other, channels) / channels;
            multiply(other, row, terms, channels);
            float slope = sum(terms, channels) / channels;
            subtractMeans(other, row, mean, slope, inverse, channels);
            System.arraycopy(other, 0, dx, place * channels, channels);
        }
    }

    private void makeRoom(int channels) {
        if (row.length < channels) {
            row = new float[channels];
            other = new float[channels];
            terms = new float[channels];
            scale = new float[channels];
            shift = new float[channels];
        }
    }

    /** The sum in four lanes; what is left over is added last. */
    private static float sum(float[] x, int count) {
        float sum0 = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        int i = 0;
        for (; i < count - 3; i += 4) {
            sum0 += x[i];
            sum1 += x[i + 1];
            sum2 += x[i + 2];
            sum3 += x[i + 3];
        }
        float sum = (sum0 + sum1) + (sum2 + sum3);
        for (; i < count; i++) {
            sum += x[i];
        }
        return sum;
    }

    // One loop a method, so that C2 vectorises each whatever it's called from.

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
            x[c] = Math.fma(x[c] * inverse, scale[c], shift[c]);
        }
    }

    private static void subtractMeans(float[] h, float[] centered, float mean, float slope, float inverse, int count) {
        for (int c = 0; c < count; c++) {
            h[c] = Math.fma(-centered[c], slope, h[c] - mean) * inverse;
        }
    }
}
