package dev.longhand.processor.check;

import dev.longhand.Shape;
import java.math.BigInteger;
import java.util.stream.LongStream;

/** How long an array may be. */
public final class ArrayLimit {

    /** The longest array of common virtual machines, which reserve a few of the 2³¹ − 1 elements. */
    public static final int LENGTH = Integer.MAX_VALUE - 8;

    private ArrayLimit() {}

    /** Whether a sample of this shape is too large for an array. */
    public static boolean isExceededBy(Shape shape) {
        return isExceededBy(
                shape.dimensions().stream().mapToLong(Integer::longValue).toArray());
    }

    /** Whether the product of these numbers, which may be larger than a dimension, is too large for an array. */
    public static boolean isExceededBy(long... dimensions) {
        BigInteger size =
                LongStream.of(dimensions).mapToObj(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
        return size.compareTo(BigInteger.valueOf(LENGTH)) > 0;
    }
}
