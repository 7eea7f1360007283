package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.convolution.ConvolutionKernels;
import dev.longhand.kernel.matrix.Matrix;

/**
 * Sums over patches of images, for one thread: the loops of convolution. Index tables hold the positions that patches
 * read, so these loops need not know of strides, dilation and groups.
 */
interface PatchSums {

    /**
     * C = start + A·B: each element of C is a chain of fused multiply-adds in the order of A's columns, beginning
     * with the element of start.
     *
     * @param start its rows contiguous, as those of b and c
     * @param c overlaps no other operand
     */
    void set(PatchMatrix a, Matrix b, Matrix start, Matrix c);

    /**
     * Adds one image to dW of the filters {@code first} (inclusive) to {@code end} (exclusive): to row f − first of
     * {@code dw} the patches at filter f's argmaxes, pool by pool, each times its dz.
     *
     * @param at the index at which argmax and dz of the image begin
     * @param dw a row of taps for each filter, starting at 0
     */
    void addFilterGradients(PooledGradient dz, int at, PaddedImages x, int first, int end, float[] dw);

    /**
     * dW of one group, for some of its taps: {@link #set} with the image's taps starting at {@code tap} as A, and as B
     * dz at each pool's argmax, 0 elsewhere, which is left out.
     *
     * @param at the index at which argmax and dz of the image begin
     * @param start laid out like dw
     * @param dw a row of the group's filters for each tap
     */
    void setTapGradients(PooledGradient dz, int at, PaddedImages x, int group, int tap, Matrix start, Matrix dw);

    /**
     * Adds each listed dz of a filter times its weights to the patch in dx at its position, in the list's order.
     *
     * @param w a row of taps for each filter
     * @param dx a padded image, starting at 0
     */
    void addInputGradients(ConvolutionShape shape, float[] w, NonZeroGradients dz, int filter, float[] dx);

    /**
     * The maximum over the pixels of each pool and its argmax: z is [pool][pixel][filter], starting at 0.
     *
     * @param at the index, in both results, of the first pool's filters
     */
    void maxOfPools(PooledShape shape, float[] z, int pools, float[] a, float[] argmax, int at);

    /** Whether {@link #maxOfImages} is faster than {@link #set} and {@link #maxOfPools} for {@code images} images. */
    boolean fusesPools(IndexedPooledConvolution layer, int images);

    /**
     * {@link ConvolutionKernels#forward} for some padded images.
     *
     * @param at the index, in both results, of the first image
     */
    void maxOfImages(IndexedPooledConvolution layer, PaddedImages x, float[] p, float[] a, float[] argmax, int at);

    /** Whether {@link #setInputGradients} is faster than {@link #addInputGradients}. */
    boolean fusesInputGradients(PooledShape shape);

    /**
     * {@link ConvolutionKernels#inputGradient} for the samples {@code from} (inclusive) to {@code to} (exclusive).
     *
     * @param w a row of taps for each filter
     */
    void setInputGradients(PooledGradient dz, float[] w, float[] dx, int from, int to);
}
