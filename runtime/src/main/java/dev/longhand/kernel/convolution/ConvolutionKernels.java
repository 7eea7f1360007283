package dev.longhand.kernel.convolution;

import dev.longhand.Activation;
import dev.longhand.kernel.dense.DenseKernels;
import dev.longhand.kernel.pool.Pooling;

/**
 * Convolution and pooling, for one thread: an instance keeps scratch arrays that it uses again and again.
 *
 * <p>Every implementation gives the same bits, as for {@link DenseKernels}: each sum is one chain of fused
 * multiply-adds in the order that is named here. Padding and other zeros may be left out of a sum.
 */
public interface ConvolutionKernels {

    /** In place of the offset of b: the layer has no bias, sums start from 0. */
    int NO_BIAS = DenseKernels.NO_BIAS;

    /**
     * a = f(x ∗ W + b): each z starts from its filter's b and adds x·W over kernel rows, kernel columns and
     * channels, in this order.
     *
     * @param f any activation that works on one number at a time
     */
    void convolution(Convolution c, float[] x, float[] p, int w, int b, Activation f, float slope, float[] a, int n);

    /** {@link #convolution} with the default slope. */
    default void convolution(Convolution c, float[] x, float[] p, int w, int b, Activation f, float[] a, int n) {
        convolution(c, x, p, w, b, f, f.defaultSlope(), a, n);
    }

    /**
     * The gradient with respect to the parameters: each dW = Σ x·dz and db = Σ dz starts from 0 and runs over the
     * samples, then output rows, then output columns. What g held there before is overwritten.
     */
    void convolutionGradient(Convolution c, float[] x, float[] dz, float[] g, int w, int b, int n);

    /**
     * The gradient with respect to the input: each dx = Σ dz·W starts from 0 and runs over the output pixels that
     * read it, row by row, then the filters of its group.
     */
    void convolutionInputGradient(Convolution c, float[] dz, float[] p, int w, float[] dx, int n);

    /**
     * a = max f(x ∗ W + b) over each pool, and which of its pixels it was: the sums are {@link #convolution}'s.
     *
     * @param winners for each element of a the first pixel of the pool that has the maximum, counted row by row
     *     from 0; for {@code RELU} and a = 0 any of them, and where a isn't finite any of them or NaN
     */
    void convolutionMaxPool(
            PooledConvolution c,
            float[] x,
            float[] p,
            int w,
            int b,
            Activation f,
            float slope,
            float[] a,
            float[] winners,
            int n);

    /** {@link #convolutionMaxPool} with the default slope. */
    default void convolutionMaxPool(
            PooledConvolution c, float[] x, float[] p, int w, int b, Activation f, float[] a, float[] winners, int n) {
        convolutionMaxPool(c, x, p, w, b, f, f.defaultSlope(), a, winners, n);
    }

    /**
     * {@link #convolutionGradient} where z got gradients at the winners only: dW and db start from 0 and run over
     * the samples, then the pools.
     *
     * @param dz the gradient of z at the winners, shaped as a
     */
    void convolutionMaxPoolGradient(
            PooledConvolution c, float[] x, float[] winners, float[] dz, float[] g, int w, int b, int n);

    /**
     * {@link #convolutionInputGradient} where z got gradients at the winners only: each dx starts from 0 and runs
     * over the filters of its group, then the pools.
     */
    void convolutionMaxPoolInputGradient(
            PooledConvolution c, float[] winners, float[] dz, float[] p, int w, float[] dx, int n);

    /** a = max x over each window; padding is no candidate. The maximum with NaN is NaN. */
    void maxPool(Pooling c, float[] x, float[] a, int n);

    /** dx = Σ da over the windows whose first maximum x is, row by row. */
    void maxPoolGradient(Pooling c, float[] x, float[] a, float[] da, float[] dx, int n);

    /** a = (Σ x)/(window size), the sum in the order of the window's positions; padding counts as 0. */
    void averagePool(Pooling c, float[] x, float[] a, int n);

    /** dx = Σ da/(window size) over the windows that x is in, row by row. */
    void averagePoolGradient(Pooling c, float[] da, float[] dx, int n);

    /**
     * Stochastic pooling in training (Zeiler and Fergus, "Stochastic pooling for regularization of deep
     * convolutional neural networks", 2013): a is one x of each window, drawn with probability x/Σx; negative x
     * count as 0, as padding does, and where all are 0, a is 0.
     *
     * @param key number i of its {@link dev.longhand.random.CountedRandom sequence} draws element i of a
     * @param winners for each element of a the position drawn, or −1
     */
    void stochasticPool(Pooling c, float[] x, long key, float[] a, float[] winners, int n);

    /** Stochastic pooling in prediction, what training gives on average: a = Σ x²/Σ x; negative x count as 0. */
    void stochasticPoolMean(Pooling c, float[] x, float[] a, int n);

    /** dx = Σ da over the windows that drew x, row by row. */
    void stochasticPoolGradient(Pooling c, float[] winners, float[] da, float[] dx, int n);
}
