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

    private StyleRule() {}

    static Style dense(Style asked, int in, int units) {
        long weights = (long) in * units;
        long bytecodes = 45 * weights + 40L * in + 70L * units + 100;
        boolean canUnroll = bytecodes <= LARGEST_METHOD;
        return switch (asked) {
            case AUTO -> canUnroll && weights <= FASTEST_UNROLLED_WEIGHTS ? Style.UNROLLED : Style.KERNELS;
            case UNROLLED -> canUnroll ? Style.UNROLLED : Style.LOOPS;
            case LOOPS, KERNELS -> asked;
        };
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
