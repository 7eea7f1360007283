package dev.longhand.io;

import java.util.Arrays;

/**
 * An array of numbers of any number of dimensions, as NumPy's: with none it's a single number, and a dimension may be 0.
 *
 * @param dimensions its dimensions, outermost first; not copied
 * @param values its numbers, the last index fastest; not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record NumberArray(int[] dimensions, float[] values) {

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if the dimensions don't make as many numbers as there are
     */
    public NumberArray {
        long size = 1;
        for (int dimension : dimensions) {
            if (dimension < 0) {
                throw new IllegalArgumentException("a dimension can't be " + dimension + ": it must be at least 0");
            }
            // Below 2³¹ before each multiplication, so it can't overflow.
            size = Math.min(Integer.MAX_VALUE, size * dimension);
        }
        if (size != values.length) {
            throw new IllegalArgumentException("dimensions " + Arrays.toString(dimensions) + " make "
                    + (size == Integer.MAX_VALUE ? "too many" : size) + " numbers, but there are " + values.length);
        }
    }

    /** An array of these dimensions. */
    public static NumberArray of(float[] values, int... dimensions) {
        return new NumberArray(dimensions, values);
    }
}
