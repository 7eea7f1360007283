package dev.longhand.kernel.matrix;

import dev.longhand.kernel.function.Functions;
import dev.longhand.kernel.weights.PackedWeights;
import dev.longhand.kernel.weights.WeightSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Products in loops that C2 vectorizes.
 *
 * <p>C2 vectorizes a loop only if all arrays in it have the same index. So rows of B and of C are copied into arrays
 * that begin at index 0: blocks of B, and three rows of C at a time. {@link #tile} adds three products to each of three
 * rows in one loop: 9 multiply-adds for 9 loads and stores. The loops run along the rows of C, or, if these are short,
 * along its columns: Cᵀ += Bᵀ·Aᵀ. If both are short, {@link NarrowProduct} computes the product without SIMD.
 */
public final class PlainProduct implements Product {

    /** The rows of C, and the rows of B, that one loop works on. */
    private static final int TILE = 3;

    /** From this length on a vectorized loop is faster than {@link NarrowProduct}. */
    private static final int WIDE = 32;

    /** The longest loop: the six rows of a tile fit into a first-level cache of 32 KiB. */
    private static final int WIDEST = 1024;

    /** The floats in a block of B: they fit into a second-level cache of 512 KiB. */
    private static final int BLOCK = 96 * 1024;

    /** Rows of C while products are added to them. */
    private final float[][] sums = new float[TILE][0];

    private final WeightSource weights;

    /** Rows of a block of B: copies of this instance or, during a product, shared ones, which aren't changed. */
    private float[][] packed = new float[0][];

    /** The copies of this instance. */
    private float[][] copies = new float[0][];

    /** Products that share no packed weights. */
    public PlainProduct() {
        this(new WeightSource());
    }

    /** Products that read the packed weights of this source, where it has any. */
    public PlainProduct(WeightSource weights) {
        this.weights = weights;
    }

    @Override
    public void set(Matrix a, Matrix b, float[] start, int at, Matrix c) {
        for (int row = 0; row < c.rows; row++) {
            System.arraycopy(start, at, c.values, c.at(row, 0), c.columns);
        }
        add(a, b, c);
    }

    @Override
    public void set(SparseRows a, int first, Matrix b, float[] start, int at, Matrix c) {
        int width = c.columns;
        boolean copiesFewer = shared(b) == null && a.count(first, first + c.rows) < b.rows;
        if (copiesFewer) {
            reserve(TILE, width);
            packed = copies;
        } else {
            pack(b, 0, b.rows, 0, width);
        }
        sums[0] = atLeast(width, sums[0]);
        for (int row = 0; row < c.rows; row++) {
            System.arraycopy(start, at, sums[0], 0, width);
            if (copiesFewer) {
                addSparseUnpacked(a, first + row, b, width);
            } else {
                addSparse(a, first + row, width);
            }
            System.arraycopy(sums[0], 0, c.values, c.at(row, 0), width);
        }
        packed = copies;
    }

    /** Adds the products of a sparse row with rows of B, all of which are in {@link #packed}. */
    private void addSparse(SparseRows a, int row, int width) {
        float[] y = sums[0];
        int q = a.from[row];
        int end = a.to[row];
        for (; q + 2 * TILE <= end; q += 2 * TILE) {
            addSixListed(y, packed, a.columnIndices, a.values, q, width);
        }
        for (; q + TILE <= end; q += TILE) {
            addThreeListed(y, packed, a.columnIndices, a.values, q, width);
        }
        for (; q < end; q++) {
            addScaled(y, packed[a.columnIndices[q]], a.values[q], width);
        }
    }

    /** Adds the products of a sparse row with rows of B, each copied just before its use. */
    private void addSparseUnpacked(SparseRows a, int row, Matrix b, int width) {
        float[] y = sums[0];
        float[] values = a.values;
        int q = a.from[row];
        int end = a.to[row];
        for (; q + TILE <= end; q += TILE) {
            for (int i = 0; i < TILE; i++) {
                b.load(a.columnIndices[q + i], 0, width, packed[i]);
            }
            addThreeScaled(y, packed, 0, values[q], values[q + 1], values[q + 2], width);
        }
        for (; q < end; q++) {
            b.load(a.columnIndices[q], 0, width, packed[0]);
            addScaled(y, packed[0], values[q], width);
        }
    }

    /** y += Σ values[i]·b[indices[i]] for the six i from q on. */
    private static void addSixListed(float[] y, float[][] b, char[] indices, float[] values, int q, int width) {
        float a0 = values[q];
        float a1 = values[q + 1];
        float a2 = values[q + 2];
        float a3 = values[q + 3];
        float a4 = values[q + 4];
        float a5 = values[q + 5];
        float[] b0 = b[indices[q]];
        float[] b1 = b[indices[q + 1]];
        float[] b2 = b[indices[q + 2]];
        float[] b3 = b[indices[q + 3]];
        float[] b4 = b[indices[q + 4]];
        float[] b5 = b[indices[q + 5]];
        for (int j = 0; j < width; j++) {
            float sum = Functions.fma(a2, b2[j], Functions.fma(a1, b1[j], Functions.fma(a0, b0[j], y[j])));
            y[j] = Functions.fma(a5, b5[j], Functions.fma(a4, b4[j], Functions.fma(a3, b3[j], sum)));
        }
    }

    /** y += Σ values[i]·b[indices[i]] for the six i from q on. */
    public static void addSixListed(float[] y, float[][] b, int[] indices, float[] values, int q, int width) {
        float a0 = values[q];
        float a1 = values[q + 1];
        float a2 = values[q + 2];
        float a3 = values[q + 3];
        float a4 = values[q + 4];
        float a5 = values[q + 5];
        float[] b0 = b[indices[q]];
        float[] b1 = b[indices[q + 1]];
        float[] b2 = b[indices[q + 2]];
        float[] b3 = b[indices[q + 3]];
        float[] b4 = b[indices[q + 4]];
        float[] b5 = b[indices[q + 5]];
        for (int j = 0; j < width; j++) {
            float sum = Functions.fma(a2, b2[j], Functions.fma(a1, b1[j], Functions.fma(a0, b0[j], y[j])));
            y[j] = Functions.fma(a5, b5[j], Functions.fma(a4, b4[j], Functions.fma(a3, b3[j], sum)));
        }
    }

    /** y += Σ values[i]·b[indices[i]] for the three i from q on. */
    private static void addThreeListed(float[] y, float[][] b, char[] indices, float[] values, int q, int width) {
        float a0 = values[q];
        float a1 = values[q + 1];
        float a2 = values[q + 2];
        float[] b0 = b[indices[q]];
        float[] b1 = b[indices[q + 1]];
        float[] b2 = b[indices[q + 2]];
        for (int j = 0; j < width; j++) {
            y[j] = Functions.fma(a2, b2[j], Functions.fma(a1, b1[j], Functions.fma(a0, b0[j], y[j])));
        }
    }

    /** C += A·B. */
    public void add(Matrix a, Matrix b, Matrix c) {
        if (c.columns < WIDE && c.columns < c.rows) {
            addAlongRows(b.transpose(), a.transpose(), c.transpose());
            a.transpose();
            b.transpose();
            c.transpose();
        } else {
            addAlongRows(a, b, c);
        }
    }

    /** C += A·B in loops along the rows of C. */
    public void addAlongRows(Matrix a, Matrix b, Matrix c) {
        if (c.columns < WIDE) {
            NarrowProduct.add(a, b, c);
            return;
        }
        int strips = (c.columns + WIDEST - 1) / WIDEST;
        int width = (c.columns + strips - 1) / strips;
        int depth = Math.max(1, BLOCK / width / TILE) * TILE;
        for (int column = 0; column < c.columns; column += width) {
            for (int k = 0; k < b.rows; k += depth) {
                addBlock(a, b, c, k, Math.min(depth, b.rows - k), column, Math.min(width, c.columns - column));
            }
        }
    }

    private void addBlock(Matrix a, Matrix b, Matrix c, int k, int depth, int column, int width) {
        pack(b, k, depth, column, width);
        for (int r = 0; r < TILE; r++) {
            sums[r] = atLeast(width, sums[r]);
        }
        int row = 0;
        for (; row + TILE <= c.rows; row += TILE) {
            for (int r = 0; r < TILE; r++) {
                c.load(row + r, column, width, sums[r]);
            }
            addThreeRows(sums, packed, a, row, k, depth, width);
            for (int r = 0; r < TILE; r++) {
                c.store(sums[r], row + r, column, width);
            }
        }
        for (; row < c.rows; row++) {
            c.load(row, column, width, sums[0]);
            addRow(sums[0], packed, a, row, k, depth, width);
            c.store(sums[0], row, column, width);
        }
        packed = copies;
    }

    /** y += A·B for three rows y, with three rows of A from {@code row} on and its {@code depth} columns from {@code k} on. */
    public static void addThreeRows(float[][] y, float[][] b, Matrix a, int row, int k, int depth, int width) {
        int at = a.at(row, k);
        int i = 0;
        for (; i + TILE <= depth; i += TILE, at += TILE * a.columnStride) {
            tile(y, b, i, a, at, width);
        }
        for (; i < depth; i++, at += a.columnStride) {
            for (int r = 0; r < TILE; r++) {
                addScaled(y[r], b[i], a.values[at + r * a.rowStride], width);
            }
        }
    }

    /** y += A·B for one row y, with row {@code row} of A and its {@code depth} columns from {@code k} on. */
    public static void addRow(float[] y, float[][] b, Matrix a, int row, int k, int depth, int width) {
        float[] values = a.values;
        int at = a.at(row, k);
        int next = a.columnStride;
        int i = 0;
        for (; i + TILE <= depth; i += TILE, at += TILE * next) {
            addThreeScaled(y, b, i, values[at], values[at + next], values[at + 2 * next], width);
        }
        for (; i < depth; i++, at += next) {
            addScaled(y, b[i], values[at], width);
        }
    }

    /**
     * y[r] += Σ a[r][i]·b[k + i] for three rows y and three rows of b.
     *
     * <p>JDK 17 vectorizes this loop only as the one loop of a method that isn't inlined. HotSpot never inlines more than
     * 325 bytecodes; a test checks that this method has more. Its preconditions are assertions in the method itself, which
     * lengthen it and cost nothing when assertions are disabled. The matrix is read after the rows: read before them, JDK 17
     * doesn't vectorize the loop.
     *
     * @param at the index of a's first element
     */
    private static void tile(float[][] y, float[][] b, int k, Matrix matrix, int at, int width) {
        float[] y0 = y[0];
        float[] y1 = y[1];
        float[] y2 = y[2];
        float[] b0 = b[k];
        float[] b1 = b[k + 1];
        float[] b2 = b[k + 2];
        assert width <= y0.length && width <= y1.length && width <= y2.length : "sums shorter than " + width;
        assert width <= b0.length && width <= b1.length && width <= b2.length : "packed rows shorter than " + width;
        float[] a = matrix.values;
        int rowStride = matrix.rowStride;
        int columnStride = matrix.columnStride;
        float a00 = a[at];
        float a01 = a[at + columnStride];
        float a02 = a[at + 2 * columnStride];
        int at1 = at + rowStride;
        float a10 = a[at1];
        float a11 = a[at1 + columnStride];
        float a12 = a[at1 + 2 * columnStride];
        int at2 = at1 + rowStride;
        float a20 = a[at2];
        float a21 = a[at2 + columnStride];
        float a22 = a[at2 + 2 * columnStride];
        for (int j = 0; j < width; j++) {
            float v0 = b0[j];
            float v1 = b1[j];
            float v2 = b2[j];
            y0[j] = Functions.fma(a02, v2, Functions.fma(a01, v1, Functions.fma(a00, v0, y0[j])));
            y1[j] = Functions.fma(a12, v2, Functions.fma(a11, v1, Functions.fma(a10, v0, y1[j])));
            y2[j] = Functions.fma(a22, v2, Functions.fma(a21, v1, Functions.fma(a20, v0, y2[j])));
        }
    }

    /** y += a0·b[k] + a1·b[k + 1] + a2·b[k + 2]. */
    public static void addThreeScaled(float[] y, float[][] b, int k, float a0, float a1, float a2, int width) {
        float[] b0 = b[k];
        float[] b1 = b[k + 1];
        float[] b2 = b[k + 2];
        for (int j = 0; j < width; j++) {
            y[j] = Functions.fma(a2, b2[j], Functions.fma(a1, b1[j], Functions.fma(a0, b0[j], y[j])));
        }
    }

    /** y += a·b. */
    public static void addScaled(float[] y, float[] b, float a, int width) {
        for (int j = 0; j < width; j++) {
            y[j] = Functions.fma(a, b[j], y[j]);
        }
    }

    /** Sets {@link #packed} to the rows of a block of b: {@code depth} rows from {@code k} on, {@code width} columns. */
    private void pack(Matrix b, int k, int depth, int column, int width) {
        PackedWeights shared = shared(b);
        if (shared != null) {
            packed = shared.rows(b.at(k, column), b.rowStride, depth, width);
            return;
        }
        reserve(depth, width);
        packed = copies;
        if (b.columnStride == 1) {
            for (int i = 0; i < depth; i++) {
                b.load(k + i, column, width, copies[i]);
            }
            return;
        }
        // The columns of b are contiguous: 16 elements of each at a time, a cache line.
        for (int from = 0; from < width; from += 16) {
            int to = Math.min(width, from + 16);
            for (int i = 0; i < depth; i++) {
                float[] row = copies[i];
                for (int j = from, at = b.at(k + i, column + from); j < to; j++, at += b.columnStride) {
                    row[j] = b.values[at];
                }
            }
        }
    }

    private @Nullable PackedWeights shared(Matrix b) {
        return b.columnStride == 1 ? weights.of(b.values) : null;
    }

    private void reserve(int depth, int width) {
        if (copies.length < depth) {
            int kept = copies.length;
            copies = Arrays.copyOf(copies, depth);
            Arrays.fill(copies, kept, depth, new float[0]);
        }
        for (int i = 0; i < depth; i++) {
            copies[i] = atLeast(width, copies[i]);
        }
    }

    private static float[] atLeast(int length, float[] array) {
        return array.length < length ? new float[length] : array;
    }
}
