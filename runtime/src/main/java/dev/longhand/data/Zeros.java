package dev.longhand.data;

import dev.longhand.kernel.InputBatch;
import java.util.Arrays;
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

    private @Nullable Index build() {
        long most = (long) (InputBatch.LARGEST_SHARE * rows.count() * rows.width());
        if (rows.width() > Character.MAX_VALUE || most > Integer.MAX_VALUE - 8) {
            return null;
        }
        int[] starts = new int[rows.count() + 1];
        char[] places = new char[Math.min((int) most, 1 << 16)];
        float[] values = new float[places.length];
        float[] row = new float[rows.width()];
        int count = 0;
        for (int r = 0; r < rows.count(); r++) {
            rows.copy(r, row, 0);
            if (count + row.length > places.length) {
                int length = (int) Math.min(most + row.length, 2L * (count + row.length));
                places = Arrays.copyOf(places, length);
                values = Arrays.copyOf(values, length);
            }
            for (int i = 0; i < row.length; i++) {
                places[count] = (char) i;
                values[count] = row[i];
                count += row[i] == 0 ? 0 : 1;
            }
            if (count > most) {
                return null;
            }
            starts[r + 1] = count;
        }
        return new Index(starts, Arrays.copyOf(places, count), Arrays.copyOf(values, count));
    }
}
