package dev.longhand.kernel.weights;

/**
 * An array whose vectors don't straddle lines of the cache: its numbers begin 16 bytes into it, and G1, the default
 * collector, puts an array of a mebibyte at a multiple of 64 bytes, so that element 12 is the first of a line. Under other
 * collectors vectors may straddle lines, which is slower.
 */
public final class AlignedArray {

    /** The first element that is used. */
    public static final int FIRST = 12;

    private static final int LINE = 16;

    private static final int MEBIBYTE = 1 << 18;

    private AlignedArray() {}

    /** The first element of a line that isn't before {@code element}. */
    static int next(int element) {
        return (element + LINE - 1 - FIRST) / LINE * LINE + FIRST;
    }

    /** An array that holds at least {@code count} numbers from {@link #FIRST} on. */
    public static float[] of(int count) {
        return new float[Math.max(MEBIBYTE, FIRST + count)];
    }
}
