package dev.longhand.kernel;

/**
 * Layer norm for any range of the samples by one thread: each place has a mean and a variance of its own. The
 * terms of a sum are computed by a loop that C2 vectorises, then added in four lanes, so that four additions
 * are under way at a time.
 */
final class PlaceNorm {

    private float[] terms = {};
    private float[] centered = {};

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
        for (int place = from * norm.positions(); place < end * norm.positions(); place++) {
            int at = place * channels;
            float mean = sum(x, at, channels) / channels;
            center(x, at, mean, 1, centered, channels);
            square(centered, terms, channels);
            float inverse = norm.inverseDeviation(sum(terms, 0, channels) / channels);
            statistics[2 * place] = mean;
            statistics[2 * place + 1] = inverse;
            for (int c = 0; c < channels; c++) {
                a[at + c] = Math.fma(centered[c] * inverse, p[gamma + c], p[beta + c]);
            }
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
        for (int place = from * norm.positions(); place < end * norm.positions(); place++) {
            int at = place * channels;
            float inverse = statistics[2 * place + 1];
            center(x, at, statistics[2 * place], inverse, centered, channels);
            multiply(da, at, p, gamma, terms, channels);
            float mean = sum(terms, 0, channels) / channels;
            multiply(terms, 0, centered, 0, terms, channels);
            float slope = sum(terms, 0, channels) / channels;
            for (int c = 0; c < channels; c++) {
                float h = da[at + c] * p[gamma + c];
                dx[at + c] = Math.fma(-centered[c], slope, h - mean) * inverse;
            }
        }
    }

    private void makeRoom(int channels) {
        if (terms.length < channels) {
            terms = new float[channels];
            centered = new float[channels];
        }
    }

    /** The sum in four lanes; what is left over is added last. */
    private static float sum(float[] x, int at, int count) {
        float sum0 = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        int i = 0;
        for (; i < count - 3; i += 4) {
            sum0 += x[at + i];
            sum1 += x[at + i + 1];
            sum2 += x[at + i + 2];
            sum3 += x[at + i + 3];
        }
        float sum = (sum0 + sum1) + (sum2 + sum3);
        for (; i < count; i++) {
            sum += x[at + i];
        }
        return sum;
    }

    private static void center(float[] x, int at, float mean, float inverse, float[] centered, int count) {
        for (int c = 0; c < count; c++) {
            centered[c] = (x[at + c] - mean) * inverse;
        }
    }

    private static void square(float[] x, float[] squares, int count) {
        for (int c = 0; c < count; c++) {
            squares[c] = x[c] * x[c];
        }
    }

    private static void multiply(float[] x, int at, float[] y, int from, float[] products, int count) {
        for (int c = 0; c < count; c++) {
            products[c] = x[at + c] * y[from + c];
        }
    }
}
