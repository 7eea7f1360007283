package dev.longhand.kernel;

import java.util.Arrays;

/**
 * A matrix of which only the numbers other than 0 are kept: those of row r are {@code values[q]} in
 * column {@code places[q]}, for q from {@code from[r]} to before {@code to[r]}, the columns rising.
 *
 * <p>The lists may belong to someone else: rows are parts of them, and adding one copies nothing.
 */
final class SparseRows {

    /** The most columns: places are chars. */
    static final int MOST_COLUMNS = Character.MAX_VALUE + 1;

    private static final int CHARS_A_LINE = 32;
    private static final int FLOATS_A_LINE = 16;

    int rows;
    int columns;
    char[] places = new char[0];
    float[] values = new float[0];
    int[] from = new int[0];
    int[] to = new int[0];

    private int[] firsts = new int[0];
    private int[] ends = new int[0];
    private float touched;

    /** Makes it a matrix without rows, which will be parts of these lists. */
    void begin(int columns, char[] places, float[] values) {
        rows = 0;
        this.columns = columns;
        this.places = places;
        this.values = values;
    }

    /** Adds a row: the elements {@code first} to before {@code end} of the lists. */
    void addRow(int first, int end) {
        reserve(rows + 1);
        from[rows] = first;
        to[rows++] = end;
    }

    /** Makes it these rows of numbers, the lists being its own. */
    void set(float[] numbers, int offset, int rows, int columns) {
        begin(columns, atLeast(rows * columns, places), atLeast(rows * columns, values));
        int count = 0;
        for (int row = 0; row < rows; row++) {
            int first = count;
            for (int column = 0, at = offset + row * columns; column < columns; column++, at++) {
                places[count] = (char) column;
                values[count] = numbers[at];
                count += numbers[at] == 0 ? 0 : 1;
            }
            addRow(first, count);
        }
    }

    /**
     * Reads something of each cache line of these rows, so that the waits for memory overlap: rows of a
     * shuffled data set lie apart, and a loop that works on one doesn't look ahead to the next.
     */
    void touch(int first, int end) {
        float sum = 0;
        for (int row = first; row < end; row++) {
            for (int q = from[row]; q < to[row]; q += CHARS_A_LINE) {
                sum += places[q];
            }
            for (int q = from[row]; q < to[row]; q += FLOATS_A_LINE) {
                sum += values[q];
            }
        }
        touched = sum;
    }

    /** Makes it columns {@code first} to before {@code end} of another matrix, each as a row, by counting. */
    void transpose(SparseRows other, int first, int end) {
        if (firsts.length < other.rows) {
            firsts = new int[other.rows];
            ends = new int[other.rows];
        }
        reserve(end - first);
        rows = end - first;
        columns = other.rows;
        Arrays.fill(to, 0, rows, 0);
        int count = 0;
        for (int row = 0; row < columns; row++) {
            firsts[row] = find(first, other.places, other.from[row], other.to[row]);
            ends[row] = find(end, other.places, firsts[row], other.to[row]);
            count(other.places, firsts[row], ends[row], first, to);
            count += ends[row] - firsts[row];
        }
        places = atLeast(count, places);
        values = atLeast(count, values);
        for (int row = 0, start = 0; row < rows; row++) {
            from[row] = start;
            start += to[row];
            to[row] = from[row];
        }
        for (int row = 0; row < columns; row++) {
            scatter(other.places, other.values, firsts[row], ends[row], first, (char) row, to, places, values);
        }
    }

    private static void count(char[] places, int from, int to, int first, int[] counts) {
        for (int q = from; q < to; q++) {
            counts[places[q] - first]++;
        }
    }

    private static void scatter(
            char[] places,
            float[] values,
            int from,
            int to,
            int first,
            char row,
            int[] next,
            char[] rows,
            float[] numbers) {
        for (int q = from; q < to; q++) {
            int at = next[places[q] - first]++;
            rows[at] = row;
            numbers[at] = values[q];
        }
    }

    /** Where in a part of a list the places from {@code place} on begin. */
    private static int find(int place, char[] places, int from, int to) {
        int least = from;
        int most = to;
        if (most > least && places[most - 1] < place) {
            return most;
        }
        while (least < most) {
            int middle = (least + most) >>> 1;
            if (places[middle] < place) {
                least = middle + 1;
            } else {
                most = middle;
            }
        }
        return least;
    }

    /** Writes the matrix out in full, row by row. */
    void expand(float[] numbers) {
        Arrays.fill(numbers, 0, rows * columns, 0);
        for (int row = 0; row < rows; row++) {
            for (int q = from[row]; q < to[row]; q++) {
                numbers[row * columns + places[q]] = values[q];
            }
        }
    }

    private void reserve(int rows) {
        if (from.length < rows) {
            int length = Math.max(rows, 2 * from.length);
            from = Arrays.copyOf(from, length);
            to = Arrays.copyOf(to, length);
        }
    }

    private static char[] atLeast(int length, char[] array) {
        return array.length < length ? new char[Math.max(length, 2 * array.length)] : array;
    }

    private static float[] atLeast(int length, float[] array) {
        return array.length < length ? new float[Math.max(length, 2 * array.length)] : array;
    }
}
