package dev.longhand.kernel.matrix;

import java.util.Arrays;

/**
 * A matrix of which only the numbers other than 0 are kept: those of row r are {@code values[q]} in
 * column {@code places[q]}, for q from {@code from[r]} to before {@code to[r]}, the columns rising.
 *
 * <p>The lists may belong to someone else: rows are parts of them, and adding one copies nothing.
 */
public final class SparseRows {

    /** The most columns: places are chars. */
    public static final int MOST_COLUMNS = Character.MAX_VALUE + 1;

    private static final int CHARS_A_LINE = 32;
    private static final int FLOATS_A_LINE = 16;

    int rows;
    int columns;
    public char[] places = new char[0];
    public float[] values = new float[0];
    public int[] from = new int[0];
    public int[] to = new int[0];

    private int[] firsts = new int[0];
    private int[] ends = new int[0];
    private float touched;

    /** Makes it a matrix without rows, which will be parts of these lists. */
    public void begin(int columns, char[] places, float[] values) {
        rows = 0;
        this.columns = columns;
        this.places = places;
        this.values = values;
    }

    /** Adds a row: the elements {@code first} to before {@code end} of the lists. */
    public void addRow(int first, int end) {
        reserve(rows + 1);
        from[rows] = first;
        to[rows++] = end;
    }

    /**
     * Makes it these rows of numbers, the lists being its own.
     *
     * @return whether the first row has at most {@code most} numbers other than 0; if not, it gave up
     */
    public boolean set(float[] numbers, int offset, int rows, int columns, int most) {
        begin(columns, atLeast(columns, places), atLeast(columns, values));
        for (int row = 0, count = 0; row < rows; row++) {
            int end = find(numbers, offset + row * columns, columns, places, values, count);
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
     * Lists those of {@code count} numbers that aren't 0, from {@code at} on. Whether a single number is 0
     * can't be foreseen, so there's no branch on it, only one on eight at a time.
     *
     * @return where the lists end
     */
    private static int find(float[] numbers, int from, int count, char[] places, float[] values, int at) {
        int found = at;
        int i = 0;
        for (; i + 8 <= count; i += 8) {
            if (!areZero(numbers, from + i)) {
                for (int j = i; j < i + 8; j++) {
                    places[found] = (char) j;
                    values[found] = numbers[from + j];
                    found += oneUnlessZero(numbers[from + j]);
                }
            }
        }
        for (; i < count; i++) {
            places[found] = (char) i;
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

    /** By arithmetic on the bits, of which the first is a sign: 0 and −0 have no other. */
    private static int oneUnlessZero(float number) {
        int bits = Float.floatToRawIntBits(number) << 1;
        return (bits | -bits) >>> 31;
    }

    /**
     * Reads something of each cache line of these rows, so that the waits for memory overlap: rows of a
     * shuffled data set lie apart, and a loop that works on one doesn't look ahead to the next.
     */
    public void touch(int first, int end) {
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
    public void transpose(SparseRows other, int first, int end) {
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

    /** How many numbers these rows have. */
    int count(int first, int end) {
        int count = 0;
        for (int row = first; row < end; row++) {
            count += to[row] - from[row];
        }
        return count;
    }

    /** Writes the matrix out in full, row by row. */
    public void expand(float[] numbers) {
        Arrays.fill(numbers, 0, rows * columns, 0);
        for (int row = 0; row < rows; row++) {
            for (int q = from[row]; q < to[row]; q++) {
                numbers[row * columns + places[q]] = values[q];
            }
        }
    }

    private void grow(int length) {
        if (places.length < length) {
            places = Arrays.copyOf(places, length);
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
