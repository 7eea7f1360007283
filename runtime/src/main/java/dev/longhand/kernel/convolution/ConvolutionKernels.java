package dev.longhand.kernel.convolution;

/**
 * Convolution, alone or fused with max pooling, for one calling thread: an instance reuses its scratch arrays.
 *
 * <p>Every implementation gives the same bits: each sum is one chain of fused multiply-adds in the order named here.
 * Padding and other zeros may be left out of a sum.
 */
public interface ConvolutionKernels {

    /**
     * a = f(x ∗ W + b): each z starts from its filter's b and adds x·W over kernel rows, kernel columns and
     * channels, in this order.
     */
    void forward(Convolution layer, float[] x, float[] p, float[] a, int n);

    /**
     * The gradient with respect to the parameters: each dW = Σ x·dz and db = Σ dz starts from 0 and adds up the
     * samples, then output rows, then output columns. The previous values in g are overwritten.
     */
    void gradient(Convolution layer, float[] x, float[] dz, float[] g, int n);

    /**
     * The gradient with respect to the input: each dx = Σ dz·W starts from 0 and adds up the output pixels that
     * read it, row by row, then the filters of its group.
     */
    void inputGradient(Convolution layer, float[] dz, float[] p, float[] dx, int n);

    /**
     * a = max f(x ∗ W + b) over each pool, with the sums of the unpooled convolution, and its argmax.
     *
     * @param argmax for each element of a the first pixel of the pool that has the maximum, counted row by row
     *     from 0; any pixel if f is {@code RELU} and a = 0; any pixel or NaN if a isn't finite
     */
    void forward(PooledConvolution layer, float[] x, float[] p, float[] a, float[] argmax, int n);

    /**
     * The gradient with respect to the parameters where dz is 0 except at each pool's argmax: dW and db start from
     * 0 and add up the samples, then the pools.
     *
     * @param dz at each pool's argmax, shaped as a
     */
    void gradient(PooledConvolution layer, float[] x, float[] argmax, float[] dz, float[] g, int n);

    /**
     * The gradient with respect to the input where dz is 0 except at each pool's argmax: each dx starts from 0 and
     * adds up the filters of its group, then the pools.
     */
    void inputGradient(PooledConvolution layer, float[] argmax, float[] dz, float[] p, float[] dx, int n);
}
