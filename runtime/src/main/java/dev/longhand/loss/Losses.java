package dev.longhand.loss;

import dev.longhand.Loss;
import dev.longhand.kernel.function.Functions;

/**
 * The losses of {@link dev.longhand.Loss}, for generated networks and for use on their own.
 *
 * <p>For one sample {@link #value} gives the loss and {@link #gradient} its derivative with respect to each output:
 *
 * <pre>{@code
 * float[] a = {0.75f, 0.25f};                                      // output
 * float[] t = {1, 0};                                              // target
 * float loss = Losses.value(Loss.MEAN_SQUARED_ERROR, a, t);        // 0.0625
 * float[] da = Losses.gradient(Loss.MEAN_SQUARED_ERROR, a, t);     // -0.25, 0.25
 * }</pre>
 *
 * <p>The other methods are for batches: each returns E, the mean over the n samples, and writes its gradient to an
 * array. a is the output, t the target, z the input of the last activation, all [n][m] and flat. The losses that
 * follow a sigmoid or a softmax take z too and write the gradient with respect to z, which is simpler and more
 * accurate than that with respect to a. Each term of E and of the gradient is a float; E sums them in double, in the
 * order of the elements, and is rounded once. {@link #logLikelihood} multiplies and rounds all of them once more.
 */
public final class Losses {

    private static final float LOG2_E = 1.44269504f;

    /** Sums of more classes are computed in double: a sum of floats loses digits with every term. */
    private static final int MAX_FLOAT_TERMS = 100;

    /** Smaller numbers lose digits: float arithmetic rounds them to multiples of 2⁻¹⁴⁹. */
    private static final float SMALLEST = Float.MIN_NORMAL;

    private Losses() {}

    /**
     * E of one sample. {@link Loss#HUBER} takes δ = 1; an output of 0 whose target isn't 0 makes a
     * logarithmic loss infinite.
     *
     * @param a the output
     * @param t the target, of the same length
     */
    public static float value(Loss loss, float[] a, float[] t) {
        return single(loss, a, t, new float[a.length]);
    }

    /**
     * ∂E/∂a of one sample: the derivative of {@link #value} with respect to each output.
     *
     * @param a the output
     * @param t the target, of the same length
     */
    public static float[] gradient(Loss loss, float[] a, float[] t) {
        float[] da = new float[a.length];
        single(loss, a, t, da);
        return da;
    }

    private static float single(Loss loss, float[] a, float[] t, float[] da) {
        if (a.length == 0 || a.length != t.length) {
            throw new IllegalArgumentException("the output has " + a.length + " numbers and the target " + t.length
                    + ": both must have the same number, at least 1");
        }
        int m = a.length;
        return switch (loss) {
            case HALF_SQUARED_ERROR -> halfSquaredError(a, t, da, 1, m);
            case MEAN_SQUARED_ERROR -> meanSquaredError(a, t, da, 1, m);
            case MEAN_ABSOLUTE_ERROR -> meanAbsoluteError(a, t, da, 1, m);
            case HUBER -> huber(a, t, da, 1, m, 1);
            case BINARY_CROSS_ENTROPY -> binaryCrossEntropyOfProbabilities(a, t, da);
            case CROSS_ENTROPY -> crossEntropyOfProbabilities(a, t, da, 1);
            case LOG_LIKELIHOOD -> crossEntropyOfProbabilities(a, t, da, LOG2_E);
        };
    }

    private static float binaryCrossEntropyOfProbabilities(float[] a, float[] t, float[] da) {
        int m = a.length;
        double sum = 0;
        for (int i = 0; i < m; i++) {
            sum += crossEntropyTerm(t[i], -Functions.log(a[i])) + crossEntropyTerm(1 - t[i], -Functions.log(1 - a[i]));
            da[i] = a[i] == t[i] ? 0 : (a[i] - t[i]) / (a[i] * (1 - a[i]) * m);
        }
        return (float) (sum / m);
    }

    /** −unit·Σ t·ln a. */
    private static float crossEntropyOfProbabilities(float[] a, float[] t, float[] da, float unit) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += crossEntropyTerm(t[i], -Functions.log(a[i]));
            da[i] = t[i] == 0 ? 0 : -unit * t[i] / a[i];
        }
        return (float) sum * unit;
    }

    /** E = 1/n Σ ½ (a − t)²; da = (a − t)/n. */
    public static float halfSquaredError(float[] a, float[] t, float[] da, int n, int m) {
        double sum = 0;
        for (int i = 0; i < n * m; i++) {
            float d = a[i] - t[i];
            sum += d * d;
            da[i] = d / n;
        }
        return (float) (0.5 * sum / n);
    }

    /** E = 1/(n·m) Σ (a − t)²; da = 2 (a − t)/(n·m). */
    public static float meanSquaredError(float[] a, float[] t, float[] da, int n, int m) {
        double sum = 0;
        for (int i = 0; i < n * m; i++) {
            float d = a[i] - t[i];
            sum += d * d;
            da[i] = 2 * d / (n * m);
        }
        return (float) (sum / (n * m));
    }

    /** E = 1/(n·m) Σ |a − t|; da = sign(a − t)/(n·m). */
    public static float meanAbsoluteError(float[] a, float[] t, float[] da, int n, int m) {
        double sum = 0;
        for (int i = 0; i < n * m; i++) {
            float d = a[i] - t[i];
            sum += Math.abs(d);
            da[i] = Math.signum(d) / (n * m);
        }
        return (float) (sum / (n * m));
    }

    /** E = 1/(n·m) Σ h(a − t), h(d) = ½d² or δ(|d| − ½δ) beyond δ; da = min(δ, max(−δ, a − t))/(n·m). */
    public static float huber(float[] a, float[] t, float[] da, int n, int m, float delta) {
        double sum = 0;
        for (int i = 0; i < n * m; i++) {
            float d = a[i] - t[i];
            float size = Math.abs(d);
            sum += size <= delta ? 0.5f * d * d : delta * (size - 0.5f * delta);
            da[i] = Math.min(delta, Math.max(-delta, d)) / (n * m);
        }
        return (float) (sum / (n * m));
    }

    /**
     * Binary cross-entropy after a = σ(s·z): E = −1/(n·m) Σ (t ln a + (1 − t) ln(1 − a)), computed from z: −ln a =
     * ln(1 + e^(−s·z)) and −ln(1 − a) = ln(1 + e^(s·z)); dz = s (a − t)/(n·m).
     */
    public static float binaryCrossEntropy(float[] z, float[] a, float[] t, float[] dz, int n, int m, float slope) {
        double sum = 0;
        for (int i = 0; i < n * m; i++) {
            float sz = slope * z[i];
            if (t[i] != 0) {
                sum += t[i] * Functions.softplus(-sz);
            }
            if (t[i] != 1) {
                sum += (1 - t[i]) * Functions.softplus(sz);
            }
            dz[i] = slope * (a[i] - t[i]) / (n * m);
        }
        return (float) (sum / (n * m));
    }

    /**
     * Cross-entropy after a = softmax(z): E = −1/n Σ t′ ln a; where a is below the smallest normal float,
     * ln a is computed from z as (z − max) − ln Σ e^(z − max). dz = (a Σt′ − t′)/n. t′ = (1 − ε)·t + ε/m with label
     * smoothing ε, 0 for none.
     */
    public static float crossEntropy(float[] z, float[] a, float[] t, float[] dz, int n, int m, float labelSmoothing) {
        double sum = 0;
        for (int s = 0; s < n; s++) {
            sum += crossEntropyOfRow(z, a, t, s * m, m, labelSmoothing);
            float total = sumOfTargets(t, s * m, m, labelSmoothing);
            for (int i = s * m; i < (s + 1) * m; i++) {
                dz[i] = (a[i] * total - smoothed(t[i], labelSmoothing, m)) / n;
            }
        }
        return (float) (sum / n);
    }

    /** Cross-entropy after a = ln softmax(z): E = −1/n Σ t′ a; dz = (e^a Σt′ − t′)/n. */
    public static float crossEntropyOfLogarithms(float[] a, float[] t, float[] dz, int n, int m, float labelSmoothing) {
        double sum = 0;
        for (int s = 0; s < n; s++) {
            float total = sumOfTargets(t, s * m, m, labelSmoothing);
            for (int i = s * m; i < (s + 1) * m; i++) {
                float target = smoothed(t[i], labelSmoothing, m);
                sum += crossEntropyTerm(target, -a[i]);
                dz[i] = (Functions.exp(a[i]) * total - target) / n;
            }
        }
        return (float) (sum / n);
    }

    /** Log-likelihood in bits after a = softmax(z): cross-entropy without label smoothing, over ln 2. */
    public static float logLikelihood(float[] z, float[] a, float[] t, float[] dz, int n, int m) {
        float nats = crossEntropy(z, a, t, dz, n, m, 0);
        for (int i = 0; i < n * m; i++) {
            dz[i] *= LOG2_E;
        }
        return nats * LOG2_E;
    }

    /** −Σ t′ ln a over a sample; where a is too small to be accurate, ln a comes from z. */
    static double crossEntropyOfRow(float[] z, float[] a, float[] t, int from, int m, float labelSmoothing) {
        double loss = 0;
        float max = Float.NaN;
        float logarithm = Float.NaN;
        boolean hasLogarithm = false;
        for (int i = from; i < from + m; i++) {
            float target = smoothed(t[i], labelSmoothing, m);
            if (target == 0) {
                continue;
            }
            if (a[i] >= SMALLEST) {
                loss += target * -Functions.log(a[i]);
                continue;
            }
            if (!hasLogarithm) {
                max = max(z, from, m);
                logarithm = logarithmOfSum(z, max, from, m);
                hasLogarithm = true;
            }
            loss += target * (logarithm - (z[i] - max));
        }
        return loss;
    }

    private static float max(float[] z, int from, int m) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = from; i < from + m; i++) {
            max = Math.max(max, z[i]);
        }
        return max;
    }

    /** ln Σ e^(z − max). */
    private static float logarithmOfSum(float[] z, float max, int from, int m) {
        if (m > MAX_FLOAT_TERMS) {
            double sum = 0;
            for (int i = from; i < from + m; i++) {
                sum += Functions.exp(z[i] - max);
            }
            return Functions.log((float) sum);
        }
        float sum = 0;
        for (int i = from; i < from + m; i++) {
            sum += Functions.exp(z[i] - max);
        }
        return Functions.log(sum);
    }

    /** target · −ln a, and 0 where target = 0, even if ln a = −∞. */
    static float crossEntropyTerm(float target, float minusLogarithm) {
        return target == 0 ? 0 : target * minusLogarithm;
    }

    static float sumOfTargets(float[] t, int from, int m, float labelSmoothing) {
        if (m > MAX_FLOAT_TERMS) {
            double sum = 0;
            for (int i = from; i < from + m; i++) {
                sum += smoothed(t[i], labelSmoothing, m);
            }
            return (float) sum;
        }
        float sum = 0;
        for (int i = from; i < from + m; i++) {
            sum += smoothed(t[i], labelSmoothing, m);
        }
        return sum;
    }

    static float smoothed(float target, float labelSmoothing, int m) {
        return (1 - labelSmoothing) * target + labelSmoothing / m;
    }
}
