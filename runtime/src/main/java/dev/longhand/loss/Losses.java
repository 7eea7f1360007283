package dev.longhand.loss;

import dev.longhand.kernel.Functions;

/**
 * The losses of {@link dev.longhand.Loss}: each returns E, the mean over the n samples, and writes its
 * gradient.
 *
 * <p>a is the output, t the target, z what the last activation was applied to, all [n][m] and flat.
 */
public final class Losses {

    private Losses() {}

    /** E = 1/n Σ ½ (a − t)²; da = (a − t)/n. */
    public static float halfSquaredError(float[] a, float[] t, float[] da, int n, int m) {
        float sum = 0;
        for (int i = 0; i < n * m; i++) {
            float d = a[i] - t[i];
            sum += 0.5f * d * d;
            da[i] = d / n;
        }
        return sum / n;
    }

    /** E = 1/(n·m) Σ (a − t)²; da = 2 (a − t)/(n·m). */
    public static float meanSquaredError(float[] a, float[] t, float[] da, int n, int m) {
        float sum = 0;
        for (int i = 0; i < n * m; i++) {
            float d = a[i] - t[i];
            sum += d * d;
            da[i] = 2 * d / (n * m);
        }
        return sum / (n * m);
    }

    /** E = 1/(n·m) Σ |a − t|; da = sign(a − t)/(n·m). */
    public static float meanAbsoluteError(float[] a, float[] t, float[] da, int n, int m) {
        float sum = 0;
        for (int i = 0; i < n * m; i++) {
            float d = a[i] - t[i];
            sum += Math.abs(d);
            da[i] = Math.signum(d) / (n * m);
        }
        return sum / (n * m);
    }

    /** E = 1/(n·m) Σ h(a − t), h(d) = ½d² or δ(|d| − ½δ) beyond δ; da = min(δ, max(−δ, a − t))/(n·m). */
    public static float huber(float[] a, float[] t, float[] da, int n, int m, float delta) {
        float sum = 0;
        for (int i = 0; i < n * m; i++) {
            float d = a[i] - t[i];
            float size = Math.abs(d);
            sum += size <= delta ? 0.5f * d * d : delta * (size - 0.5f * delta);
            da[i] = Math.min(delta, Math.max(-delta, d)) / (n * m);
        }
        return sum / (n * m);
    }

    /**
     * Binary cross-entropy after a = σ(s·z): E = −1/(n·m) Σ (t ln a + (1 − t) ln(1 − a)), computed
     * from z as max(0, s·z) − s·z·t + ln(1 + e^−|s·z|); dz = s (a − t)/(n·m).
     */
    public static float binaryCrossEntropy(float[] z, float[] a, float[] t, float[] dz, int n, int m, float slope) {
        float sum = 0;
        for (int i = 0; i < n * m; i++) {
            float sz = slope * z[i];
            sum += Functions.softplus(sz) - sz * t[i];
            dz[i] = slope * (a[i] - t[i]) / (n * m);
        }
        return sum / (n * m);
    }

    /**
     * Cross-entropy after a = softmax(z): E = −1/n Σ t′ ln a, computed from z as t′ (ln Σ e^z − z); dz
     * = (a Σt′ − t′)/n. t′ = (1 − ε)·t + ε/m with label smoothing ε, 0 for none.
     */
    public static float crossEntropy(float[] z, float[] a, float[] t, float[] dz, int n, int m, float labelSmoothing) {
        float sum = 0;
        for (int s = 0; s < n; s++) {
            sum += crossEntropyRow(z, a, t, dz, s * m, m, labelSmoothing, 1f / n);
        }
        return sum / n;
    }

    /** Cross-entropy after a = ln softmax(z): E = −1/n Σ t′ a; dz = (e^a Σt′ − t′)/n. */
    public static float crossEntropyOfLogarithms(float[] a, float[] t, float[] dz, int n, int m, float labelSmoothing) {
        float sum = 0;
        for (int s = 0; s < n; s++) {
            float total = 0;
            for (int i = s * m; i < (s + 1) * m; i++) {
                float target = smoothed(t[i], labelSmoothing, m);
                total += target;
                sum -= target * a[i];
            }
            for (int i = s * m; i < (s + 1) * m; i++) {
                dz[i] = (Functions.exp(a[i]) * total - smoothed(t[i], labelSmoothing, m)) / n;
            }
        }
        return sum / n;
    }

    /** Log-likelihood in bits after a = softmax(z): cross-entropy without label smoothing, over ln 2. */
    public static float logLikelihood(float[] z, float[] a, float[] t, float[] dz, int n, int m) {
        float bits = (float) (1 / Math.log(2));
        float sum = 0;
        for (int s = 0; s < n; s++) {
            sum += crossEntropyRow(z, a, t, dz, s * m, m, 0, bits / n);
        }
        return sum / n * bits;
    }

    private static float crossEntropyRow(
            float[] z, float[] a, float[] t, float[] dz, int from, int m, float labelSmoothing, float scale) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = from; i < from + m; i++) {
            max = Math.max(max, z[i]);
        }
        float sum = 0;
        float total = 0;
        for (int i = from; i < from + m; i++) {
            sum += Functions.exp(z[i] - max);
            total += smoothed(t[i], labelSmoothing, m);
        }
        float logarithm = Functions.log(sum);
        float loss = 0;
        for (int i = from; i < from + m; i++) {
            float target = smoothed(t[i], labelSmoothing, m);
            loss += target * (logarithm - (z[i] - max));
            dz[i] = (a[i] * total - target) * scale;
        }
        return loss;
    }

    private static float smoothed(float target, float labelSmoothing, int m) {
        return (1 - labelSmoothing) * target + labelSmoothing / m;
    }
}
