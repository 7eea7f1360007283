package dev.longhand.kernel.convolution;

import dev.longhand.Activation;
import dev.longhand.kernel.function.ActivationLoops;
import dev.longhand.kernel.matrix.Matrix;
import dev.longhand.kernel.matrix.PlainProduct;
import java.util.Arrays;

/**
 * The largest sums of each pool in loops along the pools of several images, which are far longer than those
 * along a few filters.
 *
 * <p>What all pools read at one place is copied side by side into a row array. Neighbouring pixels of a pool
 * share most of their places: 2 × 2 pixels under a 3 × 3 kernel have 16 of them, not 36. So each pixel's sums
 * are a product of the weights with some of the rows, as in {@link PlainProduct}.
 */
final class PooledSums {

    private static final int TILE = 3;

    /** From so many filters on, loops along them are as good. */
    private static final int MANY_FILTERS = 128;

    /** Shorter loops are too short. */
    private static final int SHORTEST = 48;

    /** The longest loop: the rows of a tile stay in a first-level cache of 32 KiB. */
    private static final int LONGEST = 512;

    /** As many floats are read side by side at once: they stay in a second-level cache of 512 KiB. */
    private static final int BLOCK = 96 * 1024;

    private final ActivationLoops activations = new ActivationLoops();
    private final Matrix weights = new Matrix();
    private final float[][] sums = new float[TILE][0];
    private final float[][] maxima = new float[TILE][0];
    private final float[][] codes = new float[TILE][0];
    private float[][] read = new float[0][];
    private float[][] ofPixel = new float[0][];

    /** Whether so many images make loops that are long enough. */
    static boolean suits(PooledConvolution c, int images) {
        return (long) images * c.pools() >= SHORTEST
                && c.reads.length <= BLOCK / SHORTEST
                && c.convolution.groupFilters() < MANY_FILTERS;
    }

    /** {@link PatchSums#maxOfImages}. */
    void max(
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
            int to) {
        Convolution convolution = c.convolution;
        int filters = convolution.groupFilters();
        int pools = images * c.pools();
        int blocks = (pools + longest(c) - 1) / longest(c);
        int most = (pools + blocks - 1) / blocks;
        reserve(c, most);
        for (int g = 0; g < convolution.groups; g++) {
            weights.of(p, w + g * filters, convolution.taps.length, filters, convolution.filters);
            weights.transpose();
            for (int pool = 0; pool < pools; pool += most) {
                int width = Math.min(most, pools - pool);
                read(c, x, at + g * convolution.groupChannels(), stride, pool, width);
                for (int filter = 0; filter < filters; filter += TILE) {
                    int count = Math.min(TILE, filters);
                    int first = Math.min(filter, filters - count);
                    int bias = b == ConvolutionKernels.NO_BIAS ? b : b + g * filters + first;
                    max(c, first, count, p, bias, f, slope, width);
                    int end = to + pool * convolution.filters + g * filters + first;
                    store(maxima, count, a, end, convolution.filters, width);
                    store(codes, count, winners, end, convolution.filters, width);
                }
            }
        }
    }

    private static int longest(PooledConvolution c) {
        return Math.min(LONGEST, Math.max(SHORTEST, BLOCK / c.reads.length));
    }

    /** Row r becomes what the pools from {@code pool} on, counted through all images, read at place r. */
    private void read(PooledConvolution c, float[] x, int at, int stride, int pool, int width) {
        for (int done = 0; done < width; ) {
            int image = (pool + done) / c.pools();
            int first = (pool + done) % c.pools();
            int count = Math.min(c.pools() - first, width - done);
            for (int r = 0; r < c.reads.length; r++) {
                gather(x, at + image * stride + c.reads[r], c.firstPixels, first, count, read[r], done);
            }
            done += count;
        }
    }

    private static void gather(float[] x, int at, int[] places, int first, int count, float[] to, int done) {
        for (int i = 0; i < count; i++) {
            to[done + i] = x[at + places[first + i]];
        }
    }

    /** The maxima over the pools for some filters, and which pixels have them. */
    private void max(
            PooledConvolution c, int filter, int count, float[] p, int b, Activation f, float slope, int width) {
        // The largest of max(0, z) is max(0, the largest z), of which there are fewer.
        boolean poolsFirst = f == Activation.RELU;
        for (int pixel = 0; pixel < c.poolSize(); pixel++) {
            float[][] z = pixel == 0 ? maxima : sums;
            sums(c, pixel, filter, count, p, b, z, width);
            for (int r = 0; r < count; r++) {
                if (!poolsFirst) {
                    activations.activate(f, slope, z[r], z[r], 0, width, width);
                }
                if (pixel == 0) {
                    Arrays.fill(codes[r], 0, width, 0);
                } else {
                    PlainPatchSums.keepLarger(z[r], pixel, maxima[r], codes[r], width);
                }
            }
        }
        for (int r = 0; r < count && poolsFirst; r++) {
            activations.activate(f, slope, maxima[r], maxima[r], 0, width, width);
        }
    }

    /** z = W·x + b for one pixel of every pool. */
    private void sums(PooledConvolution c, int pixel, int filter, int count, float[] p, int b, float[][] z, int width) {
        int depth = c.convolution.taps.length;
        for (int k = 0; k < depth; k++) {
            ofPixel[k] = read[c.readOf[pixel * depth + k]];
        }
        for (int r = 0; r < count; r++) {
            Arrays.fill(z[r], 0, width, b == ConvolutionKernels.NO_BIAS ? 0 : p[b + r]);
        }
        if (count == TILE) {
            PlainProduct.addThreeRows(z, ofPixel, weights, filter, 0, depth, width);
        } else {
            for (int r = 0; r < count; r++) {
                PlainProduct.addRow(z[r], ofPixel, weights, filter + r, 0, depth, width);
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

    private void reserve(PooledConvolution c, int width) {
        for (int r = 0; r < TILE; r++) {
            sums[r] = atLeast(width, sums[r]);
            maxima[r] = atLeast(width, maxima[r]);
            codes[r] = atLeast(width, codes[r]);
        }
        if (read.length < c.reads.length) {
            int kept = read.length;
            read = Arrays.copyOf(read, c.reads.length);
            Arrays.fill(read, kept, read.length, new float[0]);
        }
        for (int r = 0; r < c.reads.length; r++) {
            read[r] = atLeast(width, read[r]);
        }
        if (ofPixel.length < c.convolution.taps.length) {
            ofPixel = new float[c.convolution.taps.length][];
        }
    }

    private static float[] atLeast(int length, float[] array) {
        return array.length < length ? new float[length] : array;
    }
}
