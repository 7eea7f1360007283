package dev.longhand.data;

import dev.longhand.kernel.dense.InputBatch;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of a data set that aren't 0, listed row by row. The lists are built when they are first asked for; parts
 * of a data set share them.
 */
final class NonZeroIndex {

    private final Rows rows;
    private boolean examined;
    private @Nullable Lists lists;

    NonZeroIndex(Rows rows) {
        this.rows = rows;
    }

    /**
     * The numbers of all rows that aren't 0.
     *
     * @param starts the index at which row r begins in the other two, and their length at the end
     * @param columns the column of each number, ascending within a row
     * @param values the numbers
     */
    record Lists(int[] starts, char[] columns, float[] values) {}

    /** The lists, or null if too few inputs are 0 for them to pay. */
    synchronized @Nullable Lists lists() {
        if (!examined) {
            lists = build();
            examined = true;
        }
        return lists;
    }

    /** Counts first: growing lists would take twice the memory. */
    private @Nullable Lists build() {
        long most = (long) (InputBatch.LARGEST_SHARE * rows.count() * rows.width());
        if (rows.width() > Character.MAX_VALUE || most > Integer.MAX_VALUE - 8) {
            return null;
        }
        float[] row = new float[rows.width()];
        int[] starts = new int[rows.count() + 1];
        for (int r = 0; r < rows.count(); r++) {
            rows.copy(r, row, 0);
            starts[r + 1] = starts[r] + nonZeros(row);
            if (starts[r + 1] > most) {
                return null;
            }
        }
        char[] columns = new char[starts[rows.count()]];
        float[] values = new float[columns.length];
        for (int r = 0; r < rows.count(); r++) {
            rows.copy(r, row, 0);
            list(row, starts[r], columns, values);
        }
        return new Lists(starts, columns, values);
    }

    private static int nonZeros(float[] row) {
        int count = 0;
        for (float number : row) {
            count += number == 0 ? 0 : 1;
        }
        return count;
    }

    private static void list(float[] row, int start, char[] columns, float[] values) {
        int at = start;
        for (int i = 0; i < row.length; i++) {
            if (row[i] != 0) {
                columns[at] = (char) i;
                values[at++] = row[i];
            }
        }
    }
}
