package dev.longhand.kernel.convolution.loops;

import java.util.Arrays;

/** Reused arrays, which grow to the largest size needed. */
final class Scratch {

    private Scratch() {}

    /** The array, or a longer one if it has fewer than {@code length} elements. */
    static float[] atLeast(int length, float[] array) {
        return array.length < length ? new float[length] : array;
    }

    /** The array or a longer one, its first {@code count} elements 0. */
    static float[] zeros(int count, float[] array) {
        float[] cleared = atLeast(count, array);
        Arrays.fill(cleared, 0, count, 0);
        return cleared;
    }

    /** At least {@code count} rows, the first {@code count} with at least {@code width} elements each. */
    static float[][] rows(int count, int width, float[][] rows) {
        float[][] enough = rows;
        if (rows.length < count) {
            enough = Arrays.copyOf(rows, count);
            Arrays.fill(enough, rows.length, count, new float[0]);
        }
        for (int r = 0; r < count; r++) {
            enough[r] = atLeast(width, enough[r]);
        }
        return enough;
    }
}
