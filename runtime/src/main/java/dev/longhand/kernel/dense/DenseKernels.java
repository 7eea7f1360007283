package dev.longhand.kernel.dense;

/**
 * The products of dense layers. An instance serves one calling thread and keeps scratch arrays between calls.
 *
 * <p>Every implementation gives the same bits, because the order of every sum is part of this contract: a sum is a
 * sequence of fused multiply-adds, {@code sum = fma(x, y, sum)}, in the order of the index that is summed over. SIMD
 * computes several sums at once and never splits one.
 *
 * <p>Arrays are flat, one row per sample: x is [n][in], z and a are [n][units], p holds all parameters of the network
 * and g their gradients.
 */
public interface DenseKernels {

    /** a = f(x·W + b): each z starts from b, or from 0 without bias, and adds xᵢ·Wᵢⱼ in the order of i. */
    void forward(DenseLayer layer, float[] x, float[] p, float[] a, int n);

    /** {@link #forward} of the data, whose zeros may be left out. */
    void forward(DenseLayer layer, InputBatch x, float[] p, float[] a, int n);

    /**
     * The gradient with respect to the parameters: dW = xᵀ·dz and, with a bias, db = Σ dz. Each sum starts from 0 and
     * runs in the order of the samples. What g held there before is overwritten.
     */
    void gradient(DenseLayer layer, float[] x, float[] dz, float[] g, int n);

    /** {@link #gradient} of the data, whose zeros may be left out. */
    void gradient(DenseLayer layer, InputBatch x, float[] dz, float[] g, int n);

    /** The gradient with respect to the input: dx = dz·Wᵀ. Each sum starts from 0 and runs in the order of the units. */
    void inputGradient(DenseLayer layer, float[] dz, float[] p, float[] dx, int n);
}
