package dev.longhand.kernel.convolution.loops;

import dev.longhand.Activation;
import dev.longhand.kernel.function.loops.ActivationLoops;
import dev.longhand.kernel.matrix.Matrix;
import dev.longhand.kernel.matrix.PlainProduct;
import dev.longhand.kernel.pool.Window;
import java.util.Arrays;

/**
 * Maxima over pools in loops along the pools of several images, which are far longer than loops along a few filters.
 *
 * <p>What all pools read at one of their taps is copied side by side into a row array. Neighbouring pixels of a pool
 * share most of their positions: 2 × 2 pixels under a 3 × 3 kernel have 16 of them, not 36. So each pixel's sums
 * are a product of the weights with some of the rows, as in {@link PlainProduct}.
 */
final class PooledSums {

    private static final int TILE = 3;

    /** From this many filters on, loops along them are as fast. */
    private static final int MANY_FILTERS = 128;

    /** The shortest loop that is faster. */
    private static final int SHORTEST = 48;

    /** The longest loop: the rows of a tile fit a first-level cache of 32 KiB. */
    private static final int LONGEST = 512;

    /** Floats of rows that fit a second-level cache of 512 KiB. */
    private static final int BLOCK = 96 * 1024;

    private static final IndexedConvolution NONE = IndexedConvolution.of(1, 1, 1, 1, Window.of(1, 1));

    private final ActivationLoops activations = new ActivationLoops();
    private final Matrix weights = new Matrix();
    private float[][] sums = new float[TILE][0];
    private float[][] maxima = new float[TILE][0];
    private float[][] argmaxes = new float[TILE][0];

    /** What each pool of the current block reads, a row for each of its taps. */
    private float[][] rows = new float[0][];

    /** The rows of one pixel's taps. */
    private float[][] rowsOfPixel = new float[0][];

    // The current operation, and the number of pools in its current block.
    private IndexedPooledConvolution layer = IndexedPooledConvolution.of(NONE, 1, 1);
    private float[] p = {};
    private int width;

    /** Whether {@code images} images make loops that are long enough. */
    static boolean suits(PooledShape shape, int images) {
        return (long) images * shape.pools() >= SHORTEST
                && shape.poolTaps.length <= BLOCK / SHORTEST
                && shape.convolution.groupFilters() < MANY_FILTERS;
    }

    /** {@link PatchSums#maxOfImages}. */
    void max(IndexedPooledConvolution layer, PaddedImages x, float[] p, float[] a, float[] argmax, int at) {
        this.layer = layer;
        this.p = p;
        ConvolutionShape convolution = layer.convolution.shape;
        int filters = convolution.groupFilters();
        int pools = x.count * layer.shape.pools();
        int blocks = (pools + longest(layer.shape) - 1) / longest(layer.shape);
        int most = (pools + blocks - 1) / blocks;
        reserve(layer.shape, most);
        for (int g = 0; g < convolution.groups; g++) {
            weights.of(
                    p, layer.convolution.weights + g * filters, convolution.taps.length, filters, convolution.filters);
            weights.transpose();
            for (int pool = 0; pool < pools; pool += most) {
                width = Math.min(most, pools - pool);
                gather(x, g * convolution.groupChannels(), pool);
                for (int filter = 0; filter < filters; filter += TILE) {
                    int count = Math.min(TILE, filters);
                    int first = Math.min(filter, filters - count);
                    max(first, count, g * filters + first);
                    int to = at + pool * convolution.filters + g * filters + first;
                    store(maxima, count, a, to, convolution.filters, width);
                    store(argmaxes, count, argmax, to, convolution.filters, width);
                }
            }
        }
    }

    private static int longest(PooledShape shape) {
        return Math.min(LONGEST, Math.max(SHORTEST, BLOCK / shape.poolTaps.length));
    }

    /** Copies to row r what the pools from {@code pool} on, counted through all images, read at their tap r. */
    private void gather(PaddedImages x, int channel, int pool) {
        int[] poolTaps = layer.shape.poolTaps;
        int[] firstPixels = layer.shape.firstPixels;
        int pools = layer.shape.pools();
        for (int done = 0; done < width; ) {
            int image = (pool + done) / pools;
            int first = (pool + done) % pools;
            int count = Math.min(pools - first, width - done);
            int at = x.at + channel + image * x.stride;
            for (int r = 0; r < poolTaps.length; r++) {
                gather(x.values, at + poolTaps[r], firstPixels, first, count, rows[r], done);
            }
            done += count;
        }
    }

    private static void gather(float[] x, int at, int[] indices, int first, int count, float[] to, int done) {
        for (int i = 0; i < count; i++) {
            to[done + i] = x[at + indices[first + i]];
        }
    }

    /**
     * The maxima over the pools and their argmax for some filters.
     *
     * @param filter the first in its group
     * @param number the first among all
     */
    private void max(int filter, int count, int number) {
        // max f(z) = f(max z) for ReLU, and there are fewer maxima than sums.
        boolean poolsFirst = layer.convolution.activation == Activation.RELU;
        for (int pixel = 0; pixel < layer.shape.poolSize(); pixel++) {
            float[][] z = pixel == 0 ? maxima : sums;
            sums(pixel, filter, count, number, z);
            for (int r = 0; r < count; r++) {
                if (!poolsFirst) {
                    activate(z[r]);
                }
                if (pixel == 0) {
                    Arrays.fill(argmaxes[r], 0, width, 0);
                } else {
                    PlainPatchSums.keepLarger(z[r], pixel, maxima[r], argmaxes[r], width);
                }
            }
        }
        for (int r = 0; r < count && poolsFirst; r++) {
            activate(maxima[r]);
        }
    }

    private void activate(float[] row) {
        activations.activate(layer.convolution.activation, layer.convolution.slope, row, row, 0, width, width);
    }

    /** z = W·x + b for one pixel of every pool. */
    private void sums(int pixel, int filter, int count, int number, float[][] z) {
        int[] poolTapOf = layer.shape.poolTapOf;
        int depth = layer.shape.convolution.taps.length;
        for (int k = 0; k < depth; k++) {
            rowsOfPixel[k] = rows[poolTapOf[pixel * depth + k]];
        }
        for (int r = 0; r < count; r++) {
            Arrays.fill(z[r], 0, width, layer.convolution.hasBias() ? p[layer.convolution.bias + number + r] : 0);
        }
        if (count == TILE) {
            PlainProduct.addThreeRows(z, rowsOfPixel, weights, filter, 0, depth, width);
        } else {
            for (int r = 0; r < count; r++) {
                PlainProduct.addRow(z[r], rowsOfPixel, weights, filter + r, 0, depth, width);
            }
        }
    }

    private static void store(float[][] rows, int count, float[] to, int at, int step, int width) {
        if (count == TILE) {
            storeThree(rows[0], rows[1], rows[2], to, at, step, width);
            return;
        }
        for (int r = 0; r < count; r++) {
            for (int i = 0, end = at + r; i < width; i++, end += step) {
                to[end] = rows[r][i];
            }
        }
    }

    private static void storeThree(float[] row0, float[] row1, float[] row2, float[] to, int at, int step, int width) {
        for (int i = 0, end = at; i < width; i++, end += step) {
            to[end] = row0[i];
            to[end + 1] = row1[i];
            to[end + 2] = row2[i];
        }
    }

    private void reserve(PooledShape shape, int width) {
        sums = Scratch.rows(TILE, width, sums);
        maxima = Scratch.rows(TILE, width, maxima);
        argmaxes = Scratch.rows(TILE, width, argmaxes);
        rows = Scratch.rows(shape.poolTaps.length, width, rows);
        if (rowsOfPixel.length < shape.convolution.taps.length) {
            rowsOfPixel = new float[shape.convolution.taps.length][];
        }
    }
}
