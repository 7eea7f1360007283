package dev.longhand.kernel.matrix;

/** Products by {@link FusedMultiplyAdd}, for Java on processors without the instruction. */
public final class RoundedProduct implements Product {

    @Override
    public void set(Matrix a, Matrix b, float[] start, int at, Matrix c) {
        for (int row = 0; row < c.rows; row++) {
            int to = c.at(row, 0);
            System.arraycopy(start, at, c.values, to, c.columns);
            for (int k = 0; k < a.columns; k++) {
                addScaled(a.values[a.at(row, k)], b, k, c.values, to, c.columns);
            }
        }
    }

    @Override
    public void set(SparseRows a, int first, Matrix b, float[] start, int at, Matrix c) {
        for (int row = 0; row < c.rows; row++) {
            int to = c.at(row, 0);
            System.arraycopy(start, at, c.values, to, c.columns);
            for (int q = a.from[first + row]; q < a.to[first + row]; q++) {
                addScaled(a.values[q], b, a.columnIndices[q], c.values, to, c.columns);
            }
        }
    }

    /** y += factor·b[row] for {@code count} elements of y, from {@code to} on. */
    private static void addScaled(float factor, Matrix b, int row, float[] y, int to, int count) {
        float[] values = b.values;
        int step = b.columnStride;
        for (int j = 0, from = b.at(row, 0); j < count; j++, from += step) {
            y[to + j] = FusedMultiplyAdd.of(factor, values[from], y[to + j]);
        }
    }
}
