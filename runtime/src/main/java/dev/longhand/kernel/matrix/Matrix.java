package dev.longhand.kernel.matrix;

/**
 * A part of a flat array seen as a matrix: element (r, c) is {@code values[offset + r·rowStride +
 * c·columnStride]}. It's pointed at one array after the other, so that looking costs no allocation.
 */
public final class Matrix {

    public float[] values = new float[0];
    public int offset;
    public int rows;
    public int columns;
    public int rowStride;
    int columnStride;

    /** Row by row, from {@code offset} on. */
    public Matrix of(float[] values, int offset, int rows, int columns) {
        return of(values, offset, rows, columns, columns, 1);
    }

    /** Row by row, each {@code rowStride} from the next. */
    public Matrix of(float[] values, int offset, int rows, int columns, int rowStride) {
        return of(values, offset, rows, columns, rowStride, 1);
    }

    /** One number as every element. */
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

    /** Exchanges rows and columns. */
    public Matrix transpose() {
        return of(values, offset, columns, rows, columnStride, rowStride);
    }

    /** Leaves the rows {@code from} to before {@code to}. */
    public Matrix rows(int from, int to) {
        return of(values, offset + from * rowStride, to - from, columns, rowStride, columnStride);
    }

    public int at(int row, int column) {
        return offset + row * rowStride + column * columnStride;
    }

    /** Copies {@code count} elements of a row, from {@code column} on. */
    public void load(int row, int column, int count, float[] to) {
        load(row, column, count, to, 0);
    }

    /** Copies them to {@code to}, from {@code at} on. */
    public void load(int row, int column, int count, float[] to, int at) {
        if (columnStride == 1) {
            System.arraycopy(values, at(row, column), to, at, count);
            return;
        }
        for (int i = 0, from = at(row, column); i < count; i++, from += columnStride) {
            to[at + i] = values[from];
        }
    }

    /** The reverse of {@link #load}. */
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
