package dev.longhand.kernel.norm.loops;

import dev.longhand.kernel.norm.NormKernels;
import dev.longhand.kernel.norm.Normalization;

/** {@link NormKernels} as their contract defines them, one number at a time. */
final class NaiveNorms implements NormKernels {

    /** The term that position {@code position} of the batch adds to the sum of channel {@code c}. */
    private interface Term {
        float addTo(float sum, int position, int c);
    }

    private static float treeSum(Normalization norm, int n, int c, Term term) {
        int lanes = Math.max(1, Math.min(norm.positions(), 256 / norm.channels()));
        float all = 0;
        for (int s = 0; s < n; s++) {
            float sample = 0;
            for (int lane = 0; lane < lanes; lane++) {
                float sum = 0;
                for (int position = lane; position < norm.positions(); position += lanes) {
                    sum = term.addTo(sum, s * norm.positions() + position, c);
                }
                sample += sum;
            }
            all += sample;
        }
        return all;
    }

    /** The mean over the channels of a position. */
    private static float laneMean(float[] values) {
        double[] lanes = new double[4];
        int whole = values.length / 4 * 4;
        for (int c = 0; c < whole; c++) {
            lanes[c % 4] += values[c];
        }
        double sum = (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
        for (int c = whole; c < values.length; c++) {
            sum += values[c];
        }
        return (float) (sum / values.length);
    }

    private static float inverse(float variance, float epsilon) {
        return 1 / (float) Math.sqrt(variance + epsilon);
    }

    @Override
    public void batchStatistics(Normalization norm, float[] x, float[] statistics, int n) {
        int channels = norm.channels();
        float m = (float) n * norm.positions();
        for (int c = 0; c < channels; c++) {
            float mean = treeSum(norm, n, c, (sum, position, k) -> sum + x[position * channels + k]) / m;
            float lacking = treeSum(norm, n, c, (sum, position, k) -> sum + (x[position * channels + k] - mean)) / m;
            float square = treeSum(norm, n, c, (sum, position, k) -> {
                        float d = x[position * channels + k] - mean;
                        return Math.fma(d, d, sum);
                    })
                    / m;
            statistics[c] = mean + lacking;
            statistics[channels + c] = Math.max(0, Math.fma(-lacking, lacking, square));
        }
    }

    @Override
    public void batchNorm(Normalization norm, float[] x, float[] statistics, float[] p, float[] a, int n) {
        batchNorm(norm.state(0), x, statistics, p, a, n, norm.channels());
    }

    @Override
    public void runningBatchNorm(Normalization norm, float[] x, float[] state, float[] p, float[] a, int n) {
        batchNorm(norm, x, state, p, a, n, norm.channels());
    }

    private static void batchNorm(
            Normalization norm, float[] x, float[] statistics, float[] p, float[] a, int n, int channels) {
        int at = norm.running();
        int gamma = norm.gamma();
        int beta = norm.beta();
        for (int i = 0; i < n * NormLoops.size(norm); i++) {
            int c = i % channels;
            float centered = (x[i] - statistics[at + c]) * inverse(statistics[at + channels + c], norm.epsilon());
            a[i] = Math.fma(centered, p[gamma + c], p[beta + c]);
        }
    }

    @Override
    public void batchNormGradient(Normalization norm, float[] x, float[] da, float[] statistics, float[] g, int n) {
        int channels = norm.channels();
        int gamma = norm.gamma();
        int beta = norm.beta();
        for (int c = 0; c < channels; c++) {
            float inverse = inverse(statistics[channels + c], norm.epsilon());
            g[beta + c] = treeSum(norm, n, c, (sum, position, k) -> sum + da[position * channels + k]);
            g[gamma + c] = treeSum(norm, n, c, (sum, position, k) -> {
                int i = position * channels + k;
                return Math.fma(da[i], (x[i] - statistics[k]) * inverse, sum);
            });
        }
    }

    @Override
    public BatchNormInputGradient batchNormInputGradient(Normalization norm, float[] statistics, float[] p, float[] g) {
        return (x, da, dx, n) -> {
            int channels = norm.channels();
            float m = (float) n * norm.positions();
            for (int i = 0; i < n * NormLoops.size(norm); i++) {
                int c = i % channels;
                float inverse = inverse(statistics[channels + c], norm.epsilon());
                float centered = (x[i] - statistics[c]) * inverse;
                float mean = g[norm.beta() + c] / m;
                dx[i] = Math.fma(-centered, g[norm.gamma() + c] / m, da[i] - mean) * (p[norm.gamma() + c] * inverse);
            }
        };
    }

    @Override
    public void fold(Normalization norm, float[] p, int w, int b, float[] state, float[] folded, int count) {
        int channels = norm.channels();
        int gamma = norm.gamma();
        int beta = norm.beta();
        int at = norm.running();
        for (int i = 0; i < count + channels; i++) {
            int c = i % channels;
            float scale = p[gamma + c] * inverse(state[at + channels + c], norm.epsilon());
            float bias = b < 0 ? 0 : p[b + c];
            folded[i] = i < count ? p[w + i] * scale : Math.fma(bias - state[at + c], scale, p[beta + c]);
        }
    }

    @Override
    public void updateRunning(Normalization norm, float[] statistics, float momentum, float[] state, int n) {
        int at = norm.running();
        int channels = norm.channels();
        int m = n * norm.positions();
        if (m == 1) {
            return;
        }
        for (int i = 0; i < 2 * channels; i++) {
            float batch = i < channels ? statistics[i] : statistics[i] * ((float) m / (m - 1));
            state[at + i] = Math.fma(momentum, state[at + i], (1 - momentum) * batch);
        }
    }

    @Override
    public void layerNorm(Normalization norm, float[] x, float[] p, float[] statistics, float[] a, int n) {
        int channels = norm.channels();
        int gamma = norm.gamma();
        int beta = norm.beta();
        for (int position = 0; position < n * norm.positions(); position++) {
            float[] values = new float[channels];
            System.arraycopy(x, position * channels, values, 0, channels);
            float mean = laneMean(values);
            for (int c = 0; c < channels; c++) {
                float d = x[position * channels + c] - mean;
                values[c] = d * d;
            }
            float inverse = inverse(laneMean(values), norm.epsilon());
            statistics[2 * position] = mean;
            statistics[2 * position + 1] = inverse;
            for (int c = 0; c < channels; c++) {
                float centered = (x[position * channels + c] - mean) * inverse;
                a[position * channels + c] = Math.fma(centered, p[gamma + c], p[beta + c]);
            }
        }
    }

    @Override
    public void layerNormGradient(Normalization norm, float[] x, float[] da, float[] statistics, float[] g, int n) {
        int channels = norm.channels();
        int gamma = norm.gamma();
        int beta = norm.beta();
        for (int c = 0; c < channels; c++) {
            g[beta + c] = treeSum(norm, n, c, (sum, position, k) -> sum + da[position * channels + k]);
            g[gamma + c] = treeSum(norm, n, c, (sum, position, k) -> {
                int i = position * channels + k;
                return Math.fma(da[i], (x[i] - statistics[2 * position]) * statistics[2 * position + 1], sum);
            });
        }
    }

    @Override
    public void layerNormInputGradient(
            Normalization norm, float[] x, float[] da, float[] statistics, float[] p, float[] dx, int n) {
        int channels = norm.channels();
        int gamma = norm.gamma();
        for (int position = 0; position < n * norm.positions(); position++) {
            float inverse = statistics[2 * position + 1];
            float[] h = new float[channels];
            float[] products = new float[channels];
            for (int c = 0; c < channels; c++) {
                int i = position * channels + c;
                h[c] = da[i] * p[gamma + c];
                products[c] = h[c] * ((x[i] - statistics[2 * position]) * inverse);
            }
            float mean = laneMean(h);
            float slope = laneMean(products);
            for (int c = 0; c < channels; c++) {
                int i = position * channels + c;
                float centered = (x[i] - statistics[2 * position]) * inverse;
                dx[i] = Math.fma(-centered, slope, h[c] - mean) * inverse;
            }
        }
    }
}
