package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.pool.Window;
import java.util.Arrays;

/** The sizes of an {@link IndexedPooledConvolution} and the index tables of its loops. */
final class PooledShape {

    final ConvolutionShape convolution;
    final int poolHeight;
    final int poolWidth;
    private final int pooledHeight;
    private final int pooledWidth;

    /** The index, in a padded image, at which the patch of each output pixel begins, pool by pool. */
    final int[] pixels;

    /**
     * For each pixel, pool by pool, {@code row << 16 | column}: the padded row in which its patch begins and its output
     * column; see {@link #row(int)} and {@link #column(int)}. Empty if images are too large for that.
     */
    final int[] rowsAndColumns;

    /** The index, in a padded image, at which the patch of each pool's first pixel begins. */
    final int[] firstPixels;

    /**
     * The offset of each tap of a pool from there, in ascending order. A pool's taps are those of its pixels; where the
     * patches of several pixels overlap, they share taps.
     */
    final int[] poolTaps;

    /** The index in {@link #poolTaps} of each pixel's taps: {@code poolTapOf[pixel·taps + tap]}. */
    final int[] poolTapOf;

    /** 0 for each pool: the index table of an operand that is the same at every pool. */
    final int[] origins;

    PooledShape(ConvolutionShape convolution, int poolHeight, int poolWidth) {
        this.convolution = convolution;
        this.poolHeight = poolHeight;
        this.poolWidth = poolWidth;
        Window pool = Window.of(poolHeight, poolWidth).stride(poolHeight, poolWidth);
        pooledHeight = pool.outputHeight(convolution.outputHeight());
        pooledWidth = pool.outputWidth(convolution.outputWidth());
        pixels = new int[pooledHeight * pooledWidth * poolSize()];
        Arrays.setAll(pixels, i -> convolution.pixels[outputRow(i) * convolution.outputWidth() + outputColumn(i)]);
        boolean small = convolution.paddedHeight() < (1 << 15) && convolution.outputWidth() < (1 << 16);
        rowsAndColumns = new int[small ? pixels.length : 0];
        Arrays.setAll(rowsAndColumns, i -> ((outputRow(i) * convolution.window.strideY()) << 16) | outputColumn(i));
        origins = new int[pools()];
        firstPixels = new int[pools()];
        Arrays.setAll(firstPixels, i -> pixels[i * poolSize()]);
        int[] taps = convolution.taps;
        int[] indices = new int[pools() == 0 ? 0 : poolSize() * taps.length];
        Arrays.setAll(indices, i -> pixels[i / taps.length] - pixels[0] + taps[i % taps.length]);
        poolTaps = Arrays.stream(indices).sorted().distinct().toArray();
        poolTapOf = new int[indices.length];
        Arrays.setAll(poolTapOf, i -> Arrays.binarySearch(poolTaps, indices[i]));
    }

    /** The output row of pixel {@code i}, pool by pool. */
    private int outputRow(int i) {
        return i / poolSize() / pooledWidth * poolHeight + i % poolSize() / poolWidth;
    }

    /** The output column of pixel {@code i}, pool by pool. */
    private int outputColumn(int i) {
        return i / poolSize() % pooledWidth * poolWidth + i % poolSize() % poolWidth;
    }

    /** The row of an element of {@link #rowsAndColumns}. */
    static int row(int rowAndColumn) {
        return rowAndColumn >>> 16;
    }

    /** The column of an element of {@link #rowsAndColumns}. */
    static int column(int rowAndColumn) {
        return rowAndColumn & 0xffff;
    }

    /** The number of pools of an image. */
    int pools() {
        return pooledHeight * pooledWidth;
    }

    /** The pixels of a pool. */
    int poolSize() {
        return poolHeight * poolWidth;
    }

    int outputSize() {
        return pools() * convolution.filters;
    }

    /** The multiply-adds of one image's gradient if no dz is 0. */
    long gradientMultiplyAdds() {
        return (long) outputSize() * convolution.taps.length;
    }
}
