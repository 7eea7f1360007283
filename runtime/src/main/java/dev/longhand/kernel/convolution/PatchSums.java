package dev.longhand.kernel.convolution;

import dev.longhand.kernel.matrix.Matrix;

/**
 * Sums over patches of images, for one thread: the loops of convolution. Index tables say where patches read, so
 * that strides, dilation and groups are all the same to these loops.
 */
interface PatchSums {

    /**
     * C = start + A·B: each element of C begins as the one of start and then is a chain of fused multiply-adds in
     * the order of A's columns.
     *
     * @param start its rows contiguous, as those of b and c
     * @param c overlaps no other operand
     */
    void set(Patches a, Matrix b, Matrix start, Matrix c);

    /**
     * Adds one image to dW of the filters {@code first} to {@code end} − 1: to row f − first of {@code dw} the patches
     * at filter f's argmaxes, pool by pool, each times its dz.
     *
     * @param at where argmax and dz of the image begin
     * @param dw a row of taps for each filter, from 0 on
     */
    void addFilterGradients(PooledGradient dz, int at, PaddedImages x, int first, int end, float[] dw);

    /**
     * dW of one group, for some of its taps: {@link #set} with the image's taps from {@code tap} on as A, and as B dz
     * at each pool's argmax, 0 elsewhere, which is left out.
     *
     * @param at where argmax and dz of the image begin
     * @param start laid out like dw
     * @param dw a row of the group's filters for each tap
     */
    void setTapGradients(PooledGradient dz, int at, PaddedImages x, int group, int tap, Matrix start, Matrix dw);

    /**
     * Adds each listed dz of a filter times its weights to the patch in dx at its position, in the list's order.
     *
     * @param w a row of taps for each filter
     * @param dx a padded image, from 0 on
     */
    void addInputGradients(ConvolutionShape c, float[] w, NonZeroGradients dz, int filter, float[] dx);

    /**
     * The maximum over the pixels of each pool and its argmax: z is [pool][pixel][filter] from 0 on.
     *
     * @param at where in both results the filters of the first pool begin
     */
    void maxOfPools(PooledShape c, float[] z, int pools, float[] a, float[] argmax, int at);

    /** Whether {@link #maxOfImages} is faster than {@link #set} and {@link #maxOfPools} for {@code images} images. */
    boolean fusesPools(PooledConvolution c, int images);

    /**
     * {@link ConvolutionKernels#forward} for some padded images.
     *
     * @param at where in both results the first image begins
     */
    void maxOfImages(PooledConvolution c, PaddedImages x, float[] p, float[] a, float[] argmax, int at);

    /** Whether {@link #setInputGradients} is faster than {@link #addInputGradients}. */
    boolean fusesInputGradients(PooledShape c);

    /**
     * {@link ConvolutionKernels#inputGradient} for the samples {@code from} to {@code to} − 1.
     *
     * @param w a row of taps for each filter
     */
    void setInputGradients(PooledGradient dz, float[] w, float[] dx, int from, int to);
}
