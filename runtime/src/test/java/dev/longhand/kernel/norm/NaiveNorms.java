package dev.longhand.kernel.norm;

/** {@link NormKernels} as its contract reads: one number after the other. */
final class NaiveNorms implements NormKernels {

    /** The term that place {@code place} of all adds to the sum of channel {@code c}. */
    private interface Term {
        float addTo(float sum, int place, int c);
    }

    private static float treeSum(Normalization norm, int n, int c, Term term) {
        int lanes = Math.max(1, Math.min(norm.positions(), 256 / norm.channels()));
        float all = 0;
        for (int s = 0; s < n; s++) {
            float sample = 0;
            for (int lane = 0; lane < lanes; lane++) {
                float sum = 0;
                for (int place = lane; place < norm.positions(); place += lanes) {
                    sum = term.addTo(sum, s * norm.positions() + place, c);
                }
                sample += sum;
            }
            all += sample;
        }
        return all;
    }

    /** The sum of values[channel] of a place. */
    private static float laneSum(float[] values) {
        float[] lanes = new float[4];
        int whole = values.length / 4 * 4;
        for (int c = 0; c < whole; c++) {
            lanes[c % 4] += values[c];
        }
        float sum = (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
        for (int c = whole; c < values.length; c++) {
            sum += values[c];
        }
        return sum;
    }

    private static float inverse(float variance, float epsilon) {
        return 1 / (float) Math.sqrt(variance + epsilon);
    }

    @Override
    public void batchStatistics(Normalization norm, float[] x, float[] statistics, int n) {
        int channels = norm.channels();
        float m = (float) n * norm.positions();
        for (int c = 0; c < channels; c++) {
            float mean = treeSum(norm, n, c, (sum, place, k) -> sum + x[place * channels + k]) / m;
            statistics[c] = mean;
            statistics[channels + c] = treeSum(norm, n, c, (sum, place, k) -> {
                        float d = x[place * channels + k] - mean;
                        return Math.fma(d, d, sum);
                    })
                    / m;
        }
    }

    @Override
    public void batchNorm(
            Normalization norm,
            float[] x,
            float[] statistics,
            int at,
            float[] p,
            int gamma,
            int beta,
            float[] a,
            int n) {
        int channels = norm.channels();
        for (int i = 0; i < n * norm.size(); i++) {
            int c = i % channels;
            float centered = (x[i] - statistics[at + c]) * inverse(statistics[at + channels + c], norm.epsilon());
            a[i] = Math.fma(centered, p[gamma + c], p[beta + c]);
        }
    }

    @Override
    public void batchNormGradient(
            Normalization norm, float[] x, float[] da, float[] statistics, float[] g, int gamma, int beta, int n) {
        int channels = norm.channels();
        for (int c = 0; c < channels; c++) {
            float inverse = inverse(statistics[channels + c], norm.epsilon());
            g[beta + c] = treeSum(norm, n, c, (sum, place, k) -> sum + da[place * channels + k]);
            g[gamma + c] = treeSum(norm, n, c, (sum, place, k) -> {
                int i = place * channels + k;
                return Math.fma(da[i], (x[i] - statistics[k]) * inverse, sum);
            });
        }
    }

    @Override
    public void batchNormInputGradient(
            Normalization norm,
            float[] x,
            float[] da,
            float[] statistics,
            float[] p,
            float[] g,
            int gamma,
            int beta,
            float[] dx,
            int n) {
        int channels = norm.channels();
        float m = (float) n * norm.positions();
        for (int i = 0; i < n * norm.size(); i++) {
            int c = i % channels;
            float inverse = inverse(statistics[channels + c], norm.epsilon());
            float centered = (x[i] - statistics[c]) * inverse;
            dx[i] = Math.fma(-centered, g[gamma + c] / m, da[i] - g[beta + c] / m) * (p[gamma + c] * inverse);
        }
    }

    @Override
    public void fold(
            Normalization norm,
            float[] p,
            int w,
            int b,
            int gamma,
            int beta,
            float[] state,
            int at,
            float[] folded,
            int count) {
        int channels = norm.channels();
        for (int i = 0; i < count + channels; i++) {
            int c = i % channels;
            float scale = p[gamma + c] * inverse(state[at + channels + c], norm.epsilon());
            float bias = b < 0 ? 0 : p[b + c];
            folded[i] = i < count ? p[w + i] * scale : Math.fma(bias - state[at + c], scale, p[beta + c]);
        }
    }

    @Override
    public void updateRunning(Normalization norm, float[] statistics, float momentum, float[] state, int at, int n) {
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
    public void layerNorm(
            Normalization norm, float[] x, float[] p, int gamma, int beta, float[] statistics, float[] a, int n) {
        int channels = norm.channels();
        for (int place = 0; place < n * norm.positions(); place++) {
            float[] values = new float[channels];
            System.arraycopy(x, place * channels, values, 0, channels);
            float mean = laneSum(values) / channels;
            for (int c = 0; c < channels; c++) {
                float d = x[place * channels + c] - mean;
                values[c] = d * d;
            }
            float inverse = inverse(laneSum(values) / channels, norm.epsilon());
            statistics[2 * place] = mean;
            statistics[2 * place + 1] = inverse;
            for (int c = 0; c < channels; c++) {
                float centered = (x[place * channels + c] - mean) * inverse;
                a[place * channels + c] = Math.fma(centered, p[gamma + c], p[beta + c]);
            }
        }
    }

    @Override
    public void layerNormGradient(
            Normalization norm, float[] x, float[] da, float[] statistics, float[] g, int gamma, int beta, int n) {
        int channels = norm.channels();
        for (int c = 0; c < channels; c++) {
            g[beta + c] = treeSum(norm, n, c, (sum, place, k) -> sum + da[place * channels + k]);
            g[gamma + c] = treeSum(norm, n, c, (sum, place, k) -> {
                int i = place * channels + k;
                return Math.fma(da[i], (x[i] - statistics[2 * place]) * statistics[2 * place + 1], sum);
            });
        }
    }

    @Override
    public void layerNormInputGradient(
            Normalization norm, float[] x, float[] da, float[] statistics, float[] p, int gamma, float[] dx, int n) {
        int channels = norm.channels();
        for (int place = 0; place < n * norm.positions(); place++) {
            float inverse = statistics[2 * place + 1];
            float[] h = new float[channels];
            float[] products = new float[channels];
            for (int c = 0; c < channels; c++) {
                int i = place * channels + c;
                h[c] = da[i] * p[gamma + c];
                products[c] = h[c] * ((x[i] - statistics[2 * place]) * inverse);
            }
            float mean = laneSum(h) / channels;
            float slope = laneSum(products) / channels;
            for (int c = 0; c < channels; c++) {
                int i = place * channels + c;
                float centered = (x[i] - statistics[2 * place]) * inverse;
                dx[i] = Math.fma(-centered, slope, h[c] - mean) * inverse;
            }
        }
    }
}
