package dev.longhand.data;

import dev.longhand.kernel.dense.InputBatch;

/** The inputs of a batch that aren't 0, row by row, in arrays that are filled again for each batch. */
final class NonZeros {

    private final int width;
    private final int[] starts;
    private final char[] columns;
    private final float[] values;
    private int rows;

    /** Lists for batches of so many rows. */
    NonZeros(int rows, int width) {
        this.width = width;
        starts = new int[rows + 1];
        int most = width > Character.MAX_VALUE ? 0 : (int) (InputBatch.LARGEST_SHARE * rows * width);
        columns = new char[most];
        values = new float[most];
    }

    /** Lists n rows; none if too many of their inputs aren't 0. */
    void list(float[] inputs, int n) {
        int most = (int) Math.min(columns.length, (long) (InputBatch.LARGEST_SHARE * n * width));
        int count = 0;
        rows = 0;
        for (int row = 0; row < n; row++) {
            int first = row * width;
            for (int i = 0; i < width; i++) {
                float number = inputs[first + i];
                if (number != 0) {
                    if (count == most) {
                        return;
                    }
                    columns[count] = (char) i;
                    values[count++] = number;
                }
            }
            starts[row + 1] = count;
        }
        rows = n;
    }

    /** The number of rows listed; 0 if they aren't. */
    int rows() {
        return rows;
    }

    /** Makes a batch of the rows, which refers to the lists. */
    void passTo(InputBatch batch) {
        batch.beginSparse(columns, values);
        for (int row = 0; row < rows; row++) {
            batch.addSparse(starts[row], starts[row + 1]);
        }
    }
}
