package dev.longhand.kernel.matrix;

import java.util.Arrays;

/**
 * A sparse matrix in compressed row format: the nonzero elements of row r are {@code values[q]} in column {@code
 * columnIndices[q]}, for q from {@code from[r]} (inclusive) to {@code to[r]} (exclusive), in ascending order of columns.
 *
 * <p>Rows may refer to parts of arrays that other objects own: adding such a row copies nothing.
 */
public final class SparseRows {

    /** The largest number of columns, because column indices are chars. */
    public static final int MOST_COLUMNS = Character.MAX_VALUE + 1;

    private static final int CHARS_PER_CACHE_LINE = 32;
    private static final int FLOATS_PER_CACHE_LINE = 16;

    int rows;
    int columns;
    public char[] columnIndices = new char[0];
    public float[] values = new float[0];
    public int[] from = new int[0];
    public int[] to = new int[0];

    // While a matrix is transposed: where in each of its rows the columns that are copied begin and end.
    private int[] firsts = new int[0];
    private int[] ends = new int[0];

    /** Written, but never read, so that C2 doesn't remove the loops of {@link #prefetch}. */
    float prefetched;

    /** Begins a matrix without rows; {@link #addRow} then adds rows that refer to parts of these arrays. */
    public void begin(int columns, char[] columnIndices, float[] values) {
        rows = 0;
        this.columns = columns;
        this.columnIndices = columnIndices;
        this.values = values;
    }

    /** Adds a row: the elements of the arrays from {@code first} (inclusive) to {@code end} (exclusive). */
    public void addRow(int first, int end) {
        reserve(rows + 1);
        from[rows] = first;
        to[rows++] = end;
    }

    /**
     * Copies the nonzero elements of a dense matrix, unless its first row has too many of them.
     *
     * @param most the largest number of nonzero elements that the first row may have
     * @return whether the matrix was copied
     */
    public boolean set(float[] numbers, int offset, int rows, int columns, int most) {
        begin(columns, atLeast(columns, columnIndices), atLeast(columns, values));
        for (int row = 0, count = 0; row < rows; row++) {
            int end = appendNonZeros(numbers, offset + row * columns, columns, count);
            if (row == 0) {
                if (end > most) {
                    return false;
                }
                grow(rows * columns);
            }
            addRow(count, end);
            count = end;
        }
        return true;
    }

    /**
     * Writes the nonzero elements of a row to {@link #values} and {@link #columnIndices}, from {@code at} on. Branches on
     * single numbers would be mispredicted, so there is only one for every eight numbers.
     *
     * @return the index after the last element written
     */
    private int appendNonZeros(float[] numbers, int from, int count, int at) {
        char[] columnIndices = this.columnIndices;
        float[] values = this.values;
        int found = at;
        int i = 0;
        for (; i + 8 <= count; i += 8) {
            if (!areZero(numbers, from + i)) {
                for (int j = i; j < i + 8; j++) {
                    columnIndices[found] = (char) j;
                    values[found] = numbers[from + j];
                    found += oneUnlessZero(numbers[from + j]);
                }
            }
        }
        for (; i < count; i++) {
            columnIndices[found] = (char) i;
            values[found] = numbers[from + i];
            found += oneUnlessZero(numbers[from + i]);
        }
        return found;
    }

    private static boolean areZero(float[] eight, int at) {
        int bits = Float.floatToRawIntBits(eight[at])
                | Float.floatToRawIntBits(eight[at + 1])
                | Float.floatToRawIntBits(eight[at + 2])
                | Float.floatToRawIntBits(eight[at + 3])
                | Float.floatToRawIntBits(eight[at + 4])
                | Float.floatToRawIntBits(eight[at + 5])
                | Float.floatToRawIntBits(eight[at + 6])
                | Float.floatToRawIntBits(eight[at + 7]);
        return bits << 1 == 0;
    }

    /** Without a branch: the bits of 0 and −0, apart from the sign, are all 0. */
    private static int oneUnlessZero(float number) {
        int bits = Float.floatToRawIntBits(number) << 1;
        return (bits | -bits) >>> 31;
    }

    /**
     * Loads the rows from {@code first} (inclusive) to {@code end} (exclusive) into the cache by reading one element of
     * each cache line. The rows of a shuffled data set are scattered in memory; here the waits for them overlap.
     */
    public void prefetch(int first, int end) {
        float sum = 0;
        for (int row = first; row < end; row++) {
            for (int q = from[row]; q < to[row]; q += CHARS_PER_CACHE_LINE) {
                sum += columnIndices[q];
            }
            for (int q = from[row]; q < to[row]; q += FLOATS_PER_CACHE_LINE) {
                sum += values[q];
            }
        }
        prefetched = sum;
    }

    /** Copies the columns from {@code first} (inclusive) to {@code end} (exclusive) of another matrix as rows. */
    public void transpose(SparseRows other, int first, int end) {
        if (firsts.length < other.rows) {
            firsts = new int[other.rows];
            ends = new int[other.rows];
        }
        reserve(end - first);
        rows = end - first;
        columns = other.rows;
        // A counting sort: counts the elements of each column, then copies them to where its row begins.
        Arrays.fill(to, 0, rows, 0);
        int count = 0;
        for (int row = 0; row < columns; row++) {
            firsts[row] = find(first, other.columnIndices, other.from[row], other.to[row]);
            ends[row] = find(end, other.columnIndices, firsts[row], other.to[row]);
            count(other.columnIndices, firsts[row], ends[row], first, to);
            count += ends[row] - firsts[row];
        }
        columnIndices = atLeast(count, columnIndices);
        values = atLeast(count, values);
        for (int row = 0, start = 0; row < rows; row++) {
            from[row] = start;
            start += to[row];
            to[row] = from[row];
        }
        for (int row = 0; row < columns; row++) {
            scatter(other, row, first);
        }
    }

    private static void count(char[] columnIndices, int from, int to, int first, int[] counts) {
        for (int q = from; q < to; q++) {
            counts[columnIndices[q] - first]++;
        }
    }

    /** Appends the elements of another matrix's row, of which {@code first} is the first column copied, to the rows. */
    private void scatter(SparseRows other, int row, int first) {
        char[] otherIndices = other.columnIndices;
        float[] otherValues = other.values;
        char[] columnIndices = this.columnIndices;
        float[] values = this.values;
        int[] next = to;
        for (int q = firsts[row], end = ends[row]; q < end; q++) {
            int at = next[otherIndices[q] - first]++;
            columnIndices[at] = (char) row;
            values[at] = otherValues[q];
        }
    }

    /** The first q, of those from {@code from} to {@code to}, whose column index is at least {@code column}. */
    private static int find(int column, char[] columnIndices, int from, int to) {
        int least = from;
        int most = to;
        if (most > least && columnIndices[most - 1] < column) {
            return most;
        }
        while (least < most) {
            int middle = (least + most) >>> 1;
            if (columnIndices[middle] < column) {
                least = middle + 1;
            } else {
                most = middle;
            }
        }
        return least;
    }

    /** The number of nonzero elements in the rows from {@code first} (inclusive) to {@code end} (exclusive). */
    int count(int first, int end) {
        int count = 0;
        for (int row = first; row < end; row++) {
            count += to[row] - from[row];
        }
        return count;
    }

    /** Writes all elements, zeros too, row by row. */
    public void expand(float[] numbers) {
        Arrays.fill(numbers, 0, rows * columns, 0);
        for (int row = 0; row < rows; row++) {
            for (int q = from[row]; q < to[row]; q++) {
                numbers[row * columns + columnIndices[q]] = values[q];
            }
        }
    }

    private void grow(int length) {
        if (columnIndices.length < length) {
            columnIndices = Arrays.copyOf(columnIndices, length);
            values = Arrays.copyOf(values, length);
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
