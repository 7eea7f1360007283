package dev.longhand.kernel.dense;

import dev.longhand.Activation;

/**
 * The loops of a pass, for one thread: an instance keeps scratch rows that it uses again and again.
 *
 * <p>Every implementation gives the same bits, because the order of every sum is part of this
 * contract: each sum is one chain of fused multiply-adds, {@code sum = fma(x, y, sum)}, in the order
 * of the index that is summed over, from the start that is named. SIMD runs across sums, never along
 * one.
 *
 * <p>Arrays are flat, a row a sample; x is [n][in], W [in][out] from p[w] on, b [out] from p[b] on.
 */
public interface DenseKernels {

    /** In place of the offset of b: the layer has no bias, sums start from 0. */
    int NO_BIAS = -1;

    /**
     * a = f(x·W + b): each z starts from b and adds x[i]·W[i][j] in the order of i; f is applied while
     * z is at hand.
     *
     * @param f any activation; softmax and its logarithm run over the row
     */
    void dense(float[] x, float[] p, int w, int b, Activation f, float slope, float[] a, int n, int in, int out);

    /** {@link #dense} with the default slope. */
    default void dense(float[] x, float[] p, int w, int b, Activation f, float[] a, int n, int in, int out) {
        dense(x, p, w, b, f, f.defaultSlope(), a, n, in, out);
    }

    /** {@link #dense} of the data, of which zeros may be left out. */
    void dense(InputBatch x, float[] p, int w, int b, Activation f, float slope, float[] a, int n, int in, int out);

    /** {@link #dense} of the data with the default slope. */
    default void dense(InputBatch x, float[] p, int w, int b, Activation f, float[] a, int n, int in, int out) {
        dense(x, p, w, b, f, f.defaultSlope(), a, n, in, out);
    }

    /** {@link #denseGradient} of the data, of which zeros may be left out. */
    void denseGradient(InputBatch x, float[] dz, float[] g, int w, int b, int n, int in, int out);

    /**
     * The gradient with respect to the parameters: dW = xᵀ·dz, each starting from 0 in the order of the samples,
     * and db = Σ dz, a plain sum in that order. What g held there before is overwritten.
     */
    void denseGradient(float[] x, float[] dz, float[] g, int w, int b, int n, int in, int out);

    /** The gradient with respect to the input: dx = dz·Wᵀ, each starting from 0 in the order of the units. */
    void denseInputGradient(float[] dz, float[] p, int w, float[] dx, int n, int in, int out);

    /** a = f(z), row by row; {@code a} may be {@code z}. */
    void activate(Activation f, float slope, float[] z, float[] a, int n, int units);

    /** {@link #activate} with the default slope. */
    default void activate(Activation f, float[] z, float[] a, int n, int units) {
        activate(f, f.defaultSlope(), z, a, n, units);
    }

    /**
     * dz = da·f′, element by element, or for softmax and its logarithm row by row; {@code dz} may be
     * {@code da}.
     *
     * @param kept z for {@code GELU}, {@code SILU} and {@code SOFTPLUS}, for all others a: what the
     *     derivative is written in terms of
     */
    void activationGradient(Activation f, float slope, float[] kept, float[] da, float[] dz, int n, int units);

    /** {@link #activationGradient} with the default slope. */
    default void activationGradient(Activation f, float[] kept, float[] da, float[] dz, int n, int units) {
        activationGradient(f, f.defaultSlope(), kept, da, dz, n, units);
    }

    /** a = x·m, element by element: dropout forward, or with da for x backward. */
    void multiply(float[] x, float[] m, float[] a, int count);
}
