package dev.longhand.processor.plan;

import dev.longhand.Style;

/**
 * Which style a layer is written in.
 *
 * <p>Straight-line code is faster than loops up to about 100 weights, and HotSpot never compiles a
 * method of 8,000 bytecodes or more, so that a longer one would run some twenty times slower.
 */
final class StyleRule {

    /** More weights than this are not faster when unrolled. */
    private static final int FASTEST_UNROLLED_WEIGHTS = 100;

    /** Leaves room below HotSpot's limit of 8,000 for what the estimate leaves out. */
    private static final int LARGEST_METHOD = 7_000;

    /** Up to here a kernel's call costs more than it saves. */
    private static final int LARGEST_LOOP = 32;

    /** Constants beyond this are entries of the class file's pool, one each. */
    private static final int LARGEST_INLINE_CONSTANT = Short.MAX_VALUE;

    /** Of the 65,535 entries of the pool those that unrolled methods may take; the rest is for names. */
    private static final int MOST_CONSTANTS = 20_000;

    private StyleRule() {}

    /**
     * Of a dense layer.
     *
     * @param asked what the network is declared with
     * @param constants the entries of the constant pool that are taken already
     * @param offset where its parameters begin
     */
    static Style dense(Style asked, int in, int units, int constants, int offset) {
        long weights = (long) in * units;
        long bytecodes = 45 * weights + 40L * in + 70L * units + 100;
        boolean canUnroll = bytecodes <= LARGEST_METHOD && constants + constants(in, units, offset) <= MOST_CONSTANTS;
        return switch (asked) {
            case AUTO -> canUnroll && weights <= FASTEST_UNROLLED_WEIGHTS ? Style.UNROLLED : Style.KERNELS;
            case UNROLLED -> canUnroll ? Style.UNROLLED : Style.LOOPS;
            case LOOPS, KERNELS -> asked;
        };
    }

    /** The entries of the constant pool that the offsets of an unrolled layer take. */
    static int constants(int in, int units, int offset) {
        int end = offset + in * units + units;
        return Math.max(0, end - Math.max(offset, LARGEST_INLINE_CONSTANT));
    }

    /** A step over each number for itself is a loop at any size. */
    static Style elementwise(Style asked, int size) {
        return switch (asked) {
            case AUTO -> size <= LARGEST_LOOP ? Style.LOOPS : Style.KERNELS;
            case UNROLLED -> Style.LOOPS;
            case LOOPS, KERNELS -> asked;
        };
    }
}
