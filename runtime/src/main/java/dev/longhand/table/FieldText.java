package dev.longhand.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The fields of one column as they are read, before it's known what the column holds: UTF-8, one after the other. */
final class FieldText {

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;
    private static final int SMALLEST_ARRAY = 16;

    private byte[] bytes = new byte[0];

    /** [rows], the end of each field in {@link #bytes}. */
    private int[] ends = new int[0];

    private int rows;

    void add(String field) {
        int start = rows == 0 ? 0 : ends[rows - 1];
        byte[] added = field.getBytes(StandardCharsets.UTF_8);
        if (start + (long) added.length > LARGEST_ARRAY) {
            throw new OutOfMemoryError("a column has more text than an array can hold");
        }
        int end = start + added.length;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, capacity(end));
        }
        System.arraycopy(added, 0, bytes, start, added.length);
        if (rows == ends.length) {
            ends = Arrays.copyOf(ends, capacity(rows + 1));
        }
        ends[rows++] = end;
    }

    private static int capacity(int least) {
        return (int) Math.min(LARGEST_ARRAY, Math.max(SMALLEST_ARRAY, least + (least >> 1)));
    }

    int rows() {
        return rows;
    }

    String get(int row) {
        int start = row == 0 ? 0 : ends[row - 1];
        return new String(bytes, start, ends[row] - start, StandardCharsets.UTF_8);
    }
}
