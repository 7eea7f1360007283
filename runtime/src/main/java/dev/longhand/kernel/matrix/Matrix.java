package dev.longhand.kernel.matrix;

/**
 * A view of part of a flat array as a matrix: element (r, c) is {@code values[offset + r·rowStride + c·columnStride]}.
 * A view is reused for one array after another, so that making one allocates nothing.
 */
public final class Matrix {

    public float[] values = new float[0];
    public int offset;
    public int rows;
    public int columns;
    public int rowStride;
    int columnStride;

    /** A matrix stored row by row, from {@code offset} on. */
    public Matrix of(float[] values, int offset, int rows, int columns) {
        return of(values, offset, rows, columns, columns, 1);
    }

    /** A matrix stored row by row, consecutive rows {@code rowStride} elements apart. */
    public Matrix of(float[] values, int offset, int rows, int columns, int rowStride) {
        return of(values, offset, rows, columns, rowStride, 1);
    }

    /** A matrix with the same number as every element. */
    public Matrix constant(float[] number, int rows, int columns) {
        return of(number, 0, rows, columns, 0, 0);
    }

    private Matrix of(float[] values, int offset, int rows, int columns, int rowStride, int columnStride) {
        this.values = values;
        this.offset = offset;
        this.rows = rows;
        this.columns = columns;
        this.rowStride = rowStride;
        this.columnStride = columnStride;
        return this;
    }

    /** Turns this view into its transpose. */
    public Matrix transpose() {
        return of(values, offset, columns, rows, columnStride, rowStride);
    }

    /** Narrows this view to the rows from {@code from} (inclusive) to {@code to} (exclusive). */
    public Matrix rows(int from, int to) {
        return of(values, offset + from * rowStride, to - from, columns, rowStride, columnStride);
    }

    /** Turns this view into the columns of another from {@code from} (inclusive) to {@code to} (exclusive). */
    Matrix columnsOf(Matrix other, int from, int to) {
        return of(other.values, other.at(0, from), other.rows, to - from, other.rowStride, other.columnStride);
    }

    /** The index of an element in {@link #values}. */
    public int at(int row, int column) {
        return offset + row * rowStride + column * columnStride;
    }

    /** Copies {@code count} elements of a row, from {@code column} on, to the start of an array. */
    public void load(int row, int column, int count, float[] to) {
        load(row, column, count, to, 0);
    }

    /** Copies {@code count} elements of a row, from {@code column} on, to {@code to[at]} and the elements after it. */
    public void load(int row, int column, int count, float[] to, int at) {
        if (columnStride == 1) {
            System.arraycopy(values, at(row, column), to, at, count);
            return;
        }
        for (int i = 0, from = at(row, column); i < count; i++, from += columnStride) {
            to[at + i] = values[from];
        }
    }

    /** Copies the first {@code count} elements of an array into a row, from {@code column} on. */
    void store(float[] from, int row, int column, int count) {
        if (columnStride == 1) {
            System.arraycopy(from, 0, values, at(row, column), count);
            return;
        }
        for (int i = 0, to = at(row, column); i < count; i++, to += columnStride) {
            values[to] = from[i];
        }
    }
}
