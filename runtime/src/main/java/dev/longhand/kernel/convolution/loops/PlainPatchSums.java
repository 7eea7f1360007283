package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.function.Functions;
import dev.longhand.kernel.function.loops.LoopFunctions;
import dev.longhand.kernel.matrix.Matrix;
import dev.longhand.kernel.matrix.PlainProduct;
import dev.longhand.kernel.weights.WeightSource;
import java.util.Arrays;

/**
 * Sums over patches in loops that C2 vectorizes: patches are copied side by side, so that all arrays of a loop
 * have the same index.
 */
final class PlainPatchSums implements PatchSums {

    /** From this length on, the rows of a result are long enough for a vectorized loop. */
    private static final int WIDE = 128;

    /** Floats of patches that fit a second-level cache of 512 KiB. */
    private static final int BLOCK = 64 * 1024;

    private final PooledSums pooledSums = new PooledSums();
    private final PlainFilterGradients filterGradients = new PlainFilterGradients();
    private final PlainTapGradients tapGradients = new PlainTapGradients();
    private final PooledInputGradients inputGradients = new PooledInputGradients();
    private final PlainProduct product;
    private final Matrix left = new Matrix();
    private final Matrix right = new Matrix();
    private final Matrix sums = new Matrix();
    private float[] copies = {};
    private float[] maxima = {};
    private float[] pixels = {};
    private float[] argmaxes = {};

    /** Sums that read the packed weights of this source, where it has any. */
    PlainPatchSums(WeightSource weights) {
        product = new PlainProduct(weights);
    }

    @Override
    public void set(PatchMatrix a, Matrix b, Matrix start, Matrix c) {
        copyRows(start, c);
        int depth = a.columns.length;
        int most = Math.max(1, BLOCK / depth);
        for (int row = 0; row < c.rows; row += most) {
            int count = Math.min(most, c.rows - row);
            copies = Scratch.atLeast(count * depth, copies);
            right.of(b.values, b.offset, b.rows, b.columns, b.rowStride);
            sums.of(c.values, c.at(row, 0), count, c.columns, c.rowStride);
            if (c.columns < count && c.columns < WIDE) {
                addAlongColumns(a, a.first + row);
            } else {
                add(a, a.first + row);
            }
        }
    }

    private static void copyRows(Matrix from, Matrix to) {
        float[] source = from.values;
        float[] target = to.values;
        int sourceStride = from.rowStride;
        int targetStride = to.rowStride;
        int columns = to.columns;
        for (int row = 0, i = from.offset, j = to.offset; row < to.rows; row++, i += sourceStride, j += targetStride) {
            System.arraycopy(source, i, target, j, columns);
        }
    }

    /** Cᵀ += Bᵀ·Aᵀ: the columns of C are longer than its rows. */
    private void addAlongColumns(PatchMatrix a, int first) {
        float[] x = a.x;
        int at = a.at;
        int[] rows = a.rows;
        int[] columns = a.columns;
        for (int k = 0; k < columns.length; k++) {
            gather(x, at + columns[k], rows, first, sums.rows, copies, k * sums.rows);
        }
        left.of(copies, 0, columns.length, sums.rows);
        product.addAlongRows(right.transpose(), left, sums.transpose());
    }

    private void add(PatchMatrix a, int first) {
        float[] x = a.x;
        int at = a.at;
        int[] rows = a.rows;
        int[] columns = a.columns;
        for (int row = 0; row < sums.rows; row++) {
            gather(x, at + rows[first + row], columns, 0, columns.length, copies, row * columns.length);
        }
        product.add(left.of(copies, 0, sums.rows, columns.length), right, sums);
    }

    private static void gather(float[] x, int at, int[] indices, int first, int count, float[] copies, int to) {
        for (int i = 0; i < count; i++) {
            copies[to + i] = x[at + indices[first + i]];
        }
    }

    @Override
    public void addFilterGradients(PooledGradient dz, int at, PaddedImages x, int first, int end, float[] dw) {
        filterGradients.add(dz, at, x, first, end, dw);
    }

    @Override
    public void setTapGradients(
            PooledGradient dz, int at, PaddedImages x, int group, int tap, Matrix start, Matrix dw) {
        tapGradients.set(dz, at, x, group, tap, start, dw);
    }

    @Override
    public void addInputGradients(ConvolutionShape shape, float[] w, NonZeroGradients dz, int filter, float[] dx) {
        int[] runs = shape.runs;
        int run = shape.run;
        int from = filter * shape.taps.length;
        int at = shape.firstChannel(filter);
        for (int q = dz.from(filter); q < dz.to(filter); q++) {
            for (int r = 0; r < runs.length; r++) {
                addScaled(w, from + r * run, dz.values[q], dx, at + dz.positions[q] + runs[r], run);
            }
        }
    }

    private static void addScaled(float[] w, int from, float value, float[] dx, int to, int count) {
        for (int i = 0; i < count; i++) {
            dx[to + i] = Functions.fma(value, w[from + i], dx[to + i]);
        }
    }

    @Override
    public void maxOfPools(PooledShape shape, float[] z, int pools, float[] a, float[] argmax, int at) {
        int filters = shape.convolution.filters;
        int poolSize = shape.poolSize();
        int count = pools * filters;
        maxima = Scratch.atLeast(count, maxima);
        argmaxes = Scratch.atLeast(count, argmaxes);
        pixels = Scratch.atLeast(count, pixels);
        copyPixels(z, 0, pools, poolSize, filters, maxima);
        Arrays.fill(argmaxes, 0, count, 0);
        for (int pixel = 1; pixel < poolSize; pixel++) {
            copyPixels(z, pixel * filters, pools, poolSize, filters, pixels);
            keepLarger(pixels, pixel, maxima, argmaxes, count);
        }
        System.arraycopy(maxima, 0, a, at, count);
        System.arraycopy(argmaxes, 0, argmax, at, count);
    }

    private static void copyPixels(float[] z, int from, int pools, int poolSize, int filters, float[] to) {
        for (int pool = 0; pool < pools; pool++) {
            System.arraycopy(z, from + pool * poolSize * filters, to, pool * filters, filters);
        }
    }

    /**
     * Keeps the larger of two numbers and its pixel, without a branch so that C2 vectorizes the loop. The pixel of a
     * maximum that isn't finite may be NaN.
     */
    static void keepLarger(float[] x, float pixel, float[] max, float[] argmax, int count) {
        for (int i = 0; i < count; i++) {
            float larger = LoopFunctions.positive(x[i] - max[i]);
            argmax[i] = Functions.fma(larger, pixel - argmax[i], argmax[i]);
            max[i] = Math.max(max[i], x[i]);
        }
    }

    @Override
    public boolean fusesPools(IndexedPooledConvolution layer, int images) {
        return PooledSums.suits(layer.shape, images);
    }

    @Override
    public void maxOfImages(
            IndexedPooledConvolution layer, PaddedImages x, float[] p, float[] a, float[] argmax, int at) {
        pooledSums.max(layer, x, p, a, argmax, at);
    }

    @Override
    public boolean fusesInputGradients(PooledShape shape) {
        return PooledInputGradients.suits(shape);
    }

    @Override
    public void setInputGradients(PooledGradient dz, float[] w, float[] dx, int from, int to) {
        inputGradients.set(dz, w, dx, from, to);
    }
}
