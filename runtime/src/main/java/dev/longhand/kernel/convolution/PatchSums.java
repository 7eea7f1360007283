package dev.longhand.kernel.convolution;

import dev.longhand.Activation;
import dev.longhand.kernel.matrix.Matrix;

/**
 * Sums over patches of images, for one thread: the loops of convolution.
 *
 * <p>A patch is what a filter reads of a padded image for one pixel. Places in it are listed in tables,
 * so that strides, dilation and groups are all the same to these loops.
 */
public interface PatchSums {

    /**
     * C = start + A·B, where A's element (r, k) is {@code x[at + rows[first + r] + columns[k]]}: row r of C begins
     * as the row at {@code start[startAt + r·startStride]}; each of its elements then is a chain of fused
     * multiply-adds in the order of A's columns.
     *
     * @param c apart from all others
     */
    void set(
            float[] x,
            int at,
            int[] rows,
            int first,
            int[] columns,
            Matrix b,
            float[] start,
            int startAt,
            int startStride,
            Matrix c);

    /**
     * Adds to the sums of the filters {@code first} to before {@code end}, row by row from {@code sum[0]} on, the
     * patches that each read for the winners of a pooled convolution, pool by pool, each times the winner's gradient.
     *
     * @param at where the padded image begins
     * @param from where winners and dz of the image begin
     */
    void addPatches(
            PooledConvolution c,
            int first,
            int end,
            float[] x,
            int at,
            float[] dz,
            float[] winners,
            int from,
            float[] sum);

    /**
     * Adds the row of weights at {@code w[from]}, each time with a value, to the patches that a list names, one
     * patch after the other.
     */
    void addToPatches(float[] w, int from, int[] runs, int run, NonZeroGradients list, int filter, float[] dx, int at);

    /**
     * a = the maximum over the pixels of each pool, and which it was: z is [pool][pixel][filter] from 0 on.
     *
     * @param to where in both results the first pool's filters begin
     */
    void maxOfPools(float[] z, int pools, int poolSize, int filters, float[] a, float[] winners, int to);

    /** Whether {@link #maxOfImages} is faster than {@link #set} and {@link #maxOfPools}, given f and so many images. */
    boolean takesImages(PooledConvolution c, Activation f, int images);

    /**
     * {@link ConvolutionKernels#convolutionMaxPool} for so many padded images.
     *
     * @param at where the first image begins
     * @param stride from one image to the next
     * @param to where in both results the first image begins
     */
    void maxOfImages(
            PooledConvolution c,
            float[] x,
            int at,
            int stride,
            int images,
            float[] p,
            int w,
            int b,
            Activation f,
            float slope,
            float[] a,
            float[] winners,
            int to);

    /** Whether {@link #inputGradientOfImages} is faster than {@link #addToPatches}. */
    boolean takesInputGradients(PooledConvolution c);

    /**
     * {@link ConvolutionKernels#convolutionMaxPoolInputGradient} for the samples {@code from} to before {@code to}.
     *
     * @param w the weights, filter by filter
     */
    void inputGradientOfImages(
            PooledConvolution c, float[] winners, float[] dz, float[] w, float[] dx, int from, int to);

    /**
     * {@link #set} with the gradients of the taps of one group as C, all filters of its rows being that group's of a
     * pooled convolution, and as B the gradients of pixels: dz for the winner of each pool, 0 for its others, which
     * are left out. Row r of C begins as row r of {@code start}, laid out alike.
     *
     * @param tap the first tap
     * @param from where winners and dz of the image begin
     */
    void addPools(
            PooledConvolution c,
            int group,
            float[] x,
            int at,
            int tap,
            float[] dz,
            float[] winners,
            int from,
            float[] start,
            Matrix sums);
}
