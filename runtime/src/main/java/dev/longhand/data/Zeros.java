package dev.longhand.data;

import dev.longhand.kernel.dense.InputBatch;
import org.jspecify.annotations.Nullable;

/**
 * Where the numbers other than 0 of a data set's inputs are, found once, at the first time of asking.
 * Parts of a data set share it, as they share the rows.
 */
final class Zeros {

    private final Rows rows;
    private boolean examined;
    private @Nullable Index index;

    Zeros(Rows rows) {
        this.rows = rows;
    }

    /**
     * The numbers other than 0 of each row.
     *
     * @param starts where row r begins in the other two; one more than there are rows
     * @param places the columns, rising in each row
     * @param values the numbers
     */
    record Index(int[] starts, char[] places, float[] values) {}

    /** The index, unless there are too few zeros for it. */
    synchronized @Nullable Index index() {
        if (!examined) {
            index = build();
            examined = true;
        }
        return index;
    }

    /** Counts, then writes lists of just that size: growing ones would take twice the memory for a while. */
    private @Nullable Index build() {
        long most = (long) (InputBatch.LARGEST_SHARE * rows.count() * rows.width());
        if (rows.width() > Character.MAX_VALUE || most > Integer.MAX_VALUE - 8) {
            return null;
        }
        float[] row = new float[rows.width()];
        int[] starts = new int[rows.count() + 1];
        for (int r = 0; r < rows.count(); r++) {
            rows.copy(r, row, 0);
            starts[r + 1] = starts[r] + others(row);
            if (starts[r + 1] > most) {
                return null;
            }
        }
        char[] places = new char[starts[rows.count()]];
        float[] values = new float[places.length];
        for (int r = 0; r < rows.count(); r++) {
            rows.copy(r, row, 0);
            list(row, starts[r], places, values);
        }
        return new Index(starts, places, values);
    }

    private static int others(float[] row) {
        int count = 0;
        for (float number : row) {
            count += number == 0 ? 0 : 1;
        }
        return count;
    }

    private static void list(float[] row, int start, char[] places, float[] values) {
        int at = start;
        for (int i = 0; i < row.length; i++) {
            if (row[i] != 0) {
                places[at] = (char) i;
                values[at++] = row[i];
            }
        }
    }
}
