package dev.longhand.kernel;

import java.util.Arrays;

/**
 * A matrix of which only the numbers other than 0 are kept: those of row r are {@code values[q]} in
 * column {@code indices[q]}, for q from {@code starts[r]} to before {@code starts[r + 1]}, the columns
 * rising.
 */
final class SparseRows {

    int rows;
    int columns;
    int[] starts = new int[1];
    int[] indices = new int[0];
    float[] values = new float[0];

    private int[] next = new int[0];

    /** Makes it a matrix without rows. */
    void clear(int columns) {
        rows = 0;
        this.columns = columns;
    }

    /** Adds a row: the elements {@code from} to before {@code to} of these lists. */
    void addRow(char[] columns, float[] values, int from, int to) {
        int start = starts[rows];
        int count = to - from;
        reserve(rows + 1, start + count);
        for (int i = 0; i < count; i++) {
            indices[start + i] = columns[from + i];
        }
        System.arraycopy(values, from, this.values, start, count);
        starts[++rows] = start + count;
    }

    /** Makes it columns {@code from} to before {@code to} of another matrix, each as a row, by counting. */
    void transpose(SparseRows other, int from, int to) {
        int count = other.starts[other.rows];
        rows = to - from;
        columns = other.rows;
        reserve(rows, count);
        if (next.length < rows + 1) {
            next = new int[rows + 1];
        }
        Arrays.fill(starts, 0, rows + 1, 0);
        for (int q = 0; q < count; q++) {
            int index = other.indices[q] - from;
            if (index >= 0 && index < rows) {
                starts[index + 1]++;
            }
        }
        for (int row = 0; row < rows; row++) {
            starts[row + 1] += starts[row];
        }
        System.arraycopy(starts, 0, next, 0, rows + 1);
        for (int row = 0; row < other.rows; row++) {
            for (int q = other.starts[row]; q < other.starts[row + 1]; q++) {
                int index = other.indices[q] - from;
                if (index >= 0 && index < rows) {
                    int place = next[index]++;
                    indices[place] = row;
                    values[place] = other.values[q];
                }
            }
        }
    }

    /** Writes the matrix out in full, row by row. */
    void expand(float[] to) {
        Arrays.fill(to, 0, rows * columns, 0);
        for (int row = 0; row < rows; row++) {
            for (int q = starts[row]; q < starts[row + 1]; q++) {
                to[row * columns + indices[q]] = values[q];
            }
        }
    }

    private void reserve(int rows, int count) {
        if (starts.length < rows + 1) {
            starts = Arrays.copyOf(starts, Math.max(rows + 1, 2 * starts.length));
        }
        if (indices.length < count) {
            int length = Math.max(count, 2 * indices.length);
            indices = Arrays.copyOf(indices, length);
            values = Arrays.copyOf(values, length);
        }
    }
}
