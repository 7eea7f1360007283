package dev.longhand.loss;

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
        throw new UnsupportedOperationException();
    }

    /** E = 1/(n·m) Σ (a − t)²; da = 2 (a − t)/(n·m). */
    public static float meanSquaredError(float[] a, float[] t, float[] da, int n, int m) {
        throw new UnsupportedOperationException();
    }

    /** E = 1/(n·m) Σ |a − t|; da = sign(a − t)/(n·m). */
    public static float meanAbsoluteError(float[] a, float[] t, float[] da, int n, int m) {
        throw new UnsupportedOperationException();
    }

    /** E = 1/(n·m) Σ h(a − t), h(d) = ½d² or δ(|d| − ½δ) beyond δ; da = min(δ, max(−δ, a − t))/(n·m). */
    public static float huber(float[] a, float[] t, float[] da, int n, int m, float delta) {
        throw new UnsupportedOperationException();
    }

    /**
     * Binary cross-entropy after a = σ(s·z): E = −1/(n·m) Σ (t ln a + (1 − t) ln(1 − a)), computed
     * from z as max(0, s·z) − s·z·t + ln(1 + e^−|s·z|); dz = s (a − t)/(n·m).
     */
    public static float binaryCrossEntropy(
            float[] z, float[] a, float[] t, float[] dz, int n, int m, float slope) {
        throw new UnsupportedOperationException();
    }

    /**
     * Cross-entropy after a = softmax(z): E = −1/n Σ t′ ln a, computed from z as t′ (ln Σ e^z − z); dz
     * = (a Σt′ − t′)/n. t′ = (1 − ε)·t + ε/m with label smoothing ε, 0 for none.
     */
    public static float crossEntropy(
            float[] z, float[] a, float[] t, float[] dz, int n, int m, float labelSmoothing) {
        throw new UnsupportedOperationException();
    }

    /** Cross-entropy after a = ln softmax(z): E = −1/n Σ t′ a; dz = (e^a Σt′ − t′)/n. */
    public static float crossEntropyOfLogarithms(
            float[] a, float[] t, float[] dz, int n, int m, float labelSmoothing) {
        throw new UnsupportedOperationException();
    }

    /** Log-likelihood in bits after a = softmax(z): cross-entropy without label smoothing, over ln 2. */
    public static float logLikelihood(float[] z, float[] a, float[] t, float[] dz, int n, int m) {
        throw new UnsupportedOperationException();
    }
}
