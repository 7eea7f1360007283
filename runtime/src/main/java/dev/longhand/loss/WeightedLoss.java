package dev.longhand.loss;

import dev.longhand.kernel.function.Functions;

/**
 * The losses of {@link Losses} where each row counts by its weight: E = Σ w·e / Σ w over the rows, e the loss of a row,
 * and the gradient of each row is that of w·e / Σ w. A row is a sample or, of outputs at each step, a step.
 *
 * <p>PyTorch's {@code CrossEntropyLoss(weight=…)} is the same mean. So only the proportions of the weights matter, a row
 * of weight 0 is as good as not there, whatever its outputs are, and with weights of 1 all bits are those of {@link
 * Losses}. If all weights are 0, E and its gradient are 0.
 *
 * <p>The methods have the parameters of those of {@link Losses}, n being the number of rows.
 */
public final class WeightedLoss {

    private static final float LOG2_E = 1.44269504f;

    /** The weight of each row. */
    private float[] weights = new float[0];

    private double sum;
    private double samples;

    /**
     * Sets the weights of the rows of n samples to 0.
     *
     * @param rows the rows of a sample, at least 1
     */
    public void begin(int n, int rows) {
        if (weights.length < n * rows) {
            weights = new float[n * rows];
        }
        sum = 0;
        samples = 0;
    }

    /** Adds a sample of this weight, whose rows are set next. */
    public void addSample(float weight) {
        samples += weight;
    }

    /** Sets the weight of a row, each once. */
    public void setRow(int row, float weight) {
        weights[row] = weight;
        sum += weight;
    }

    /** E = Σ w·½ Σ (a − t)² / Σ w, where the second sum is over samples, also if samples have several rows. */
    public float halfSquaredError(float[] a, float[] t, float[] da, int n, int m) {
        float all = positive(samples);
        double e = 0;
        for (int row = 0; row < n; row++) {
            float w = weights[row];
            for (int i = row * m; i < (row + 1) * m; i++) {
                float d = difference(w, a[i], t[i]);
                e += w * (d * d);
                da[i] = w * d / all;
            }
        }
        return (float) (0.5 * e / positive(samples));
    }

    /** E = Σ w·(a − t)² / (m·Σ w); da = w·2 (a − t) / (m·Σ w). */
    public float meanSquaredError(float[] a, float[] t, float[] da, int n, int m) {
        float all = elements(m);
        double e = 0;
        for (int row = 0; row < n; row++) {
            float w = weights[row];
            for (int i = row * m; i < (row + 1) * m; i++) {
                float d = difference(w, a[i], t[i]);
                e += w * (d * d);
                da[i] = w * (2 * d) / all;
            }
        }
        return mean(e, m);
    }

    /** E = Σ w·|a − t| / (m·Σ w); da = w·sign(a − t) / (m·Σ w). */
    public float meanAbsoluteError(float[] a, float[] t, float[] da, int n, int m) {
        float all = elements(m);
        double e = 0;
        for (int row = 0; row < n; row++) {
            float w = weights[row];
            for (int i = row * m; i < (row + 1) * m; i++) {
                float d = difference(w, a[i], t[i]);
                e += w * Math.abs(d);
                da[i] = w * Math.signum(d) / all;
            }
        }
        return mean(e, m);
    }

    /** E = Σ w·h(a − t) / (m·Σ w), with the h of {@link Losses#huber}. */
    public float huber(float[] a, float[] t, float[] da, int n, int m, float delta) {
        float all = elements(m);
        double e = 0;
        for (int row = 0; row < n; row++) {
            float w = weights[row];
            for (int i = row * m; i < (row + 1) * m; i++) {
                float d = difference(w, a[i], t[i]);
                float size = Math.abs(d);
                e += w * (size <= delta ? 0.5f * d * d : delta * (size - 0.5f * delta));
                da[i] = w * Math.min(delta, Math.max(-delta, d)) / all;
            }
        }
        return mean(e, m);
    }

    /** E = −Σ w·(t ln a + (1 − t) ln(1 − a)) / (m·Σ w), computed from z as {@link Losses#binaryCrossEntropy}. */
    public float binaryCrossEntropy(float[] z, float[] a, float[] t, float[] dz, int n, int m, float slope) {
        float all = elements(m);
        double e = 0;
        for (int row = 0; row < n; row++) {
            float w = weights[row];
            for (int i = row * m; i < (row + 1) * m; i++) {
                if (w == 0) {
                    dz[i] = 0;
                    continue;
                }
                float sz = slope * z[i];
                if (t[i] != 0) {
                    e += w * (t[i] * Functions.softplus(-sz));
                }
                if (t[i] != 1) {
                    e += w * ((1 - t[i]) * Functions.softplus(sz));
                }
                dz[i] = w * (slope * (a[i] - t[i])) / all;
            }
        }
        return mean(e, m);
    }

    /** E = −Σ w·t′ ln a / Σ w; dz = w·(a Σt′ − t′) / Σ w, with the t′ of {@link Losses#crossEntropy}. */
    public float crossEntropy(float[] z, float[] a, float[] t, float[] dz, int n, int m, float labelSmoothing) {
        float all = positive(sum);
        double e = 0;
        for (int row = 0; row < n; row++) {
            float w = weights[row];
            int from = row * m;
            if (w == 0) {
                clear(dz, from, m);
                continue;
            }
            e += w * Losses.crossEntropyOfRow(z, a, t, from, m, labelSmoothing);
            float total = Losses.sumOfTargets(t, from, m, labelSmoothing);
            for (int i = from; i < from + m; i++) {
                dz[i] = w * (a[i] * total - Losses.smoothed(t[i], labelSmoothing, m)) / all;
            }
        }
        return mean(e, 1);
    }

    /** The same after a = ln softmax(z): dz = w·(e^a Σt′ − t′) / Σ w. */
    public float crossEntropyOfLogarithms(float[] a, float[] t, float[] dz, int n, int m, float labelSmoothing) {
        float all = positive(sum);
        double e = 0;
        for (int row = 0; row < n; row++) {
            float w = weights[row];
            int from = row * m;
            if (w == 0) {
                clear(dz, from, m);
                continue;
            }
            float total = Losses.sumOfTargets(t, from, m, labelSmoothing);
            for (int i = from; i < from + m; i++) {
                float target = Losses.smoothed(t[i], labelSmoothing, m);
                e += w * Losses.crossEntropyTerm(target, -a[i]);
                dz[i] = w * (Functions.exp(a[i]) * total - target) / all;
            }
        }
        return mean(e, 1);
    }

    /** Cross-entropy without label smoothing, over ln 2. */
    public float logLikelihood(float[] z, float[] a, float[] t, float[] dz, int n, int m) {
        float nats = crossEntropy(z, a, t, dz, n, m, 0);
        for (int i = 0; i < n * m; i++) {
            dz[i] *= LOG2_E;
        }
        return nats * LOG2_E;
    }

    /** a − t, and 0 where it doesn't count, even if a isn't finite. */
    private static float difference(float weight, float a, float t) {
        return weight == 0 ? 0 : a - t;
    }

    private static void clear(float[] dz, int from, int count) {
        for (int i = from; i < from + count; i++) {
            dz[i] = 0;
        }
    }

    /** Σ w of all elements: m in each row. */
    private float elements(int m) {
        return positive(sum * m);
    }

    private float mean(double e, int m) {
        return (float) (e / (sum == 0 ? 1 : sum * m));
    }

    /** The sum as a divisor. */
    private static float positive(double sum) {
        return sum == 0 ? 1 : (float) sum;
    }
}
