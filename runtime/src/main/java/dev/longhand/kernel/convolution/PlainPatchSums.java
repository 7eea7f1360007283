package dev.longhand.kernel.convolution;

import dev.longhand.Activation;
import dev.longhand.kernel.function.LoopFunctions;
import dev.longhand.kernel.matrix.Matrix;
import dev.longhand.kernel.matrix.PlainProduct;
import java.util.Arrays;

/**
 * Sums over patches in loops that C2 vectorises: patches are copied side by side, so that all arrays of a loop
 * have the same index.
 */
public final class PlainPatchSums implements PatchSums {

    /** From this length on, the rows of a result are long enough for a vectorised loop. */
    private static final int WIDE = 128;

    /** As many floats of patches lie side by side at once: they stay in a second-level cache of 512 KiB. */
    private static final int BLOCK = 64 * 1024;

    /** So many filters read most patches. */
    private static final int FILTERS = 8;

    private static final int TILE = 3;

    private final PooledSums planes = new PooledSums();
    private final PooledInputGradients rowGradients = new PooledInputGradients();
    private final PlainProduct product = new PlainProduct();
    private final Matrix patches = new Matrix();
    private final Matrix right = new Matrix();
    private final Matrix sums = new Matrix();
    private float[] copies = new float[0];
    private final float[][] rows = new float[TILE][0];
    private final NonZeroGradients list = new NonZeroGradients();
    private float[][] all = new float[0][];
    private int[] numbers = new int[0];
    private float[] row = new float[0];
    private float[] codes = new float[0];

    @Override
    public void set(
            float[] x,
            int at,
            int[] rows,
            int first,
            int[] columns,
            Matrix b,
            float[] start,
            int startAt,
            int startStride,
            Matrix c) {
        for (int row = 0; row < c.rows; row++) {
            System.arraycopy(start, startAt + row * startStride, c.values, c.at(row, 0), c.columns);
        }
        int most = Math.max(1, BLOCK / columns.length);
        for (int row = 0; row < c.rows; row += most) {
            int count = Math.min(most, c.rows - row);
            copies = atLeast(count * columns.length, copies);
            right.of(b.values, b.offset, b.rows, b.columns, b.rowStride);
            sums.of(c.values, c.at(row, 0), count, c.columns, c.rowStride);
            if (c.columns < count && c.columns < WIDE) {
                addAlongColumns(x, at, rows, first + row, columns);
            } else {
                add(x, at, rows, first + row, columns);
            }
        }
    }

    /** Cᵀ += Bᵀ·Aᵀ: the columns of C are longer than its rows. */
    private void addAlongColumns(float[] x, int at, int[] rows, int first, int[] columns) {
        for (int k = 0; k < columns.length; k++) {
            gather(x, at + columns[k], rows, first, sums.rows, copies, k * sums.rows);
        }
        patches.of(copies, 0, columns.length, sums.rows);
        product.addAlongRows(right.transpose(), patches, sums.transpose());
    }

    private void add(float[] x, int at, int[] rows, int first, int[] columns) {
        for (int row = 0; row < sums.rows; row++) {
            gather(x, at + rows[first + row], columns, 0, columns.length, copies, row * columns.length);
        }
        product.add(patches.of(copies, 0, sums.rows, columns.length), right, sums);
    }

    private static void gather(float[] x, int at, int[] places, int first, int count, float[] copies, int to) {
        for (int i = 0; i < count; i++) {
            copies[to + i] = x[at + places[first + i]];
        }
    }

    @Override
    public void addPatches(
            PooledConvolution c,
            int first,
            int end,
            float[] x,
            int at,
            float[] dz,
            float[] winners,
            int from,
            float[] sum) {
        Convolution convolution = c.convolution;
        int size = convolution.taps.length;
        row = atLeast(size, row);
        boolean copyAll = convolution.groups == 1 && end - first >= FILTERS && c.pixels.length * size <= BLOCK;
        if (copyAll) {
            copyPatches(c, x, at);
        } else {
            reserveRows(size);
        }
        for (int f = first, to = 0; f < end; f++, to += size) {
            System.arraycopy(sum, to, row, 0, size);
            if (copyAll) {
                list.list(c, numbers, winners, dz, from, f);
                addCopies(list.from(f), list.to(f), size);
            } else {
                list.list(c, winners, dz, from, f, f + 1);
                addPatches(convolution, x, at + convolution.firstChannel(f), list.from(f), list.to(f), size);
            }
            System.arraycopy(row, 0, sum, to, size);
        }
    }

    /** The patches of all pixels, which many filters then find side by side. */
    private void copyPatches(PooledConvolution c, float[] x, int at) {
        int count = c.pixels.length;
        if (all.length < count) {
            int kept = all.length;
            all = Arrays.copyOf(all, count);
            Arrays.fill(all, kept, count, new float[0]);
            numbers = new int[count];
            Arrays.setAll(numbers, i -> i);
        }
        for (int i = 0; i < count; i++) {
            all[i] = atLeast(c.convolution.taps.length, all[i]);
            copyPatch(x, at + c.pixels[i], c.convolution.runs, c.convolution.run, all[i]);
        }
    }

    private void addCopies(int from, int end, int size) {
        float[] values = list.values;
        int q = from;
        for (; q + 2 * TILE <= end; q += 2 * TILE) {
            PlainProduct.addSixListed(row, all, list.places, values, q, size);
        }
        for (; q < end; q++) {
            PlainProduct.addScaled(row, all[list.places[q]], values[q], size);
        }
    }

    /** Copies patches when they are needed. */
    private void addPatches(Convolution c, float[] x, int at, int from, int end, int size) {
        float[] values = list.values;
        int q = from;
        for (; q + TILE <= end; q += TILE) {
            for (int i = 0; i < TILE; i++) {
                copyPatch(x, at + list.places[q + i], c.runs, c.run, rows[i]);
            }
            PlainProduct.addThreeScaled(row, rows, 0, values[q], values[q + 1], values[q + 2], size);
        }
        for (; q < end; q++) {
            copyPatch(x, at + list.places[q], c.runs, c.run, rows[0]);
            PlainProduct.addScaled(row, rows[0], values[q], size);
        }
    }

    private static void copyPatch(float[] x, int at, int[] runs, int run, float[] to) {
        for (int r = 0; r < runs.length; r++) {
            System.arraycopy(x, at + runs[r], to, r * run, run);
        }
    }

    @Override
    public void addToPatches(
            float[] w, int from, int[] runs, int run, NonZeroGradients list, int filter, float[] dx, int at) {
        for (int q = list.from(filter); q < list.to(filter); q++) {
            for (int r = 0; r < runs.length; r++) {
                addScaled(w, from + r * run, list.values[q], dx, at + list.places[q] + runs[r], run);
            }
        }
    }

    private static void addScaled(float[] w, int from, float value, float[] dx, int to, int count) {
        for (int i = 0; i < count; i++) {
            dx[to + i] = Math.fma(value, w[from + i], dx[to + i]);
        }
    }

    @Override
    public void maxOfPools(float[] z, int pools, int poolSize, int filters, float[] a, float[] winners, int to) {
        int count = pools * filters;
        row = atLeast(count, row);
        codes = atLeast(count, codes);
        reserveRows(count);
        copyPixels(z, 0, pools, poolSize, filters, row);
        Arrays.fill(codes, 0, count, 0);
        for (int pixel = 1; pixel < poolSize; pixel++) {
            copyPixels(z, pixel * filters, pools, poolSize, filters, rows[0]);
            keepLarger(rows[0], pixel, row, codes, count);
        }
        System.arraycopy(row, 0, a, to, count);
        System.arraycopy(codes, 0, winners, to, count);
    }

    private static void copyPixels(float[] z, int from, int pools, int poolSize, int filters, float[] to) {
        for (int pool = 0; pool < pools; pool++) {
            System.arraycopy(z, from + pool * poolSize * filters, to, pool * filters, filters);
        }
    }

    /** By arithmetic: C2 vectorises no branch. The code of a maximum that isn't finite may be NaN. */
    static void keepLarger(float[] x, float pixel, float[] max, float[] codes, int count) {
        for (int i = 0; i < count; i++) {
            float larger = LoopFunctions.positive(x[i] - max[i]);
            codes[i] = Math.fma(larger, pixel - codes[i], codes[i]);
            max[i] = Math.max(max[i], x[i]);
        }
    }

    @Override
    public boolean takesImages(PooledConvolution c, Activation f, int images) {
        return PooledSums.suits(c, images);
    }

    @Override
    public void maxOfImages(
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
        planes.max(c, x, at, stride, images, p, w, b, f, slope, a, winners, to);
    }

    @Override
    public boolean takesInputGradients(PooledConvolution c) {
        return PooledInputGradients.suits(c);
    }

    @Override
    public void inputGradientOfImages(
            PooledConvolution c, float[] winners, float[] dz, float[] w, float[] dx, int from, int to) {
        rowGradients.gradient(c, winners, dz, w, dx, from, to);
    }

    @Override
    public void addPools(
            PooledConvolution c,
            int group,
            float[] x,
            int at,
            int tap,
            float[] dz,
            float[] winners,
            int from,
            float[] start,
            Matrix sums) {
        int filters = c.convolution.filters;
        for (int f = 0; f < sums.columns; f++) {
            int filter = group * sums.columns + f;
            list.list(c, winners, dz, from, filter, filter + 1);
            int row = 0;
            for (; row + 3 <= sums.rows; row += 3) {
                addThreeTaps(c, x, at, tap + row, filter, start, row * filters + filter, sums, sums.at(row, f));
            }
            for (; row < sums.rows; row++) {
                addTap(c, x, at, tap + row, filter, start, row * filters + filter, sums, sums.at(row, f));
            }
        }
    }

    private void addThreeTaps(
            PooledConvolution c,
            float[] x,
            int at,
            int tap,
            int filter,
            float[] start,
            int begin,
            Matrix sums,
            int to) {
        int[] taps = c.convolution.taps;
        int filters = c.convolution.filters;
        int x0 = at + taps[tap];
        int x1 = at + taps[tap + 1];
        int x2 = at + taps[tap + 2];
        float sum0 = start[begin];
        float sum1 = start[begin + filters];
        float sum2 = start[begin + 2 * filters];
        int[] places = list.places;
        float[] gradients = list.values;
        for (int q = list.from(filter), end = list.to(filter); q < end; q++) {
            int place = places[q];
            float value = gradients[q];
            sum0 = Math.fma(x[x0 + place], value, sum0);
            sum1 = Math.fma(x[x1 + place], value, sum1);
            sum2 = Math.fma(x[x2 + place], value, sum2);
        }
        sums.values[to] = sum0;
        sums.values[to + sums.rowStride] = sum1;
        sums.values[to + 2 * sums.rowStride] = sum2;
    }

    private void addTap(
            PooledConvolution c,
            float[] x,
            int at,
            int tap,
            int filter,
            float[] start,
            int begin,
            Matrix sums,
            int to) {
        int first = at + c.convolution.taps[tap];
        float sum = start[begin];
        for (int q = list.from(filter); q < list.to(filter); q++) {
            sum = Math.fma(x[first + list.places[q]], list.values[q], sum);
        }
        sums.values[to] = sum;
    }

    private void reserveRows(int count) {
        for (int i = 0; i < TILE; i++) {
            rows[i] = atLeast(count, rows[i]);
        }
    }

    private static float[] atLeast(int length, float[] array) {
        return array.length < length ? new float[length] : array;
    }
}
