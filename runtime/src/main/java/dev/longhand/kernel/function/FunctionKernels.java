package dev.longhand.kernel.function;

import dev.longhand.Activation;

/**
 * Activation functions and products, element by element, of whole batches. An instance serves one calling thread.
 *
 * <p>Arrays are flat, one row per sample.
 */
public interface FunctionKernels {

    /**
     * a = f(z); softmax and its logarithm are computed row by row. {@code a} may be the array {@code z}.
     *
     * @param n the number of rows
     * @param units the length of a row
     */
    void activate(Activation f, float slope, float[] z, float[] a, int n, int units);

    /** {@link #activate} with the default slope. */
    default void activate(Activation f, float[] z, float[] a, int n, int units) {
        activate(f, f.defaultSlope(), z, a, n, units);
    }

    /**
     * dz = da·f′; for softmax and its logarithm row by row. {@code dz} may be the array {@code da}.
     *
     * @param kept what f′ is written in terms of: z for {@code GELU}, {@code SILU} and {@code SOFTPLUS}, a for all
     *     others
     */
    void activationGradient(Activation f, float slope, float[] kept, float[] da, float[] dz, int n, int units);

    /** {@link #activationGradient} with the default slope. */
    default void activationGradient(Activation f, float[] kept, float[] da, float[] dz, int n, int units) {
        activationGradient(f, f.defaultSlope(), kept, da, dz, n, units);
    }

    /** a = x·m, element by element: dropout's forward pass, and with da for x its backward pass. */
    void multiply(float[] x, float[] m, float[] a, int count);
}
