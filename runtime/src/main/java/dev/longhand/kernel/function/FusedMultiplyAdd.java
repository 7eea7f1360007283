package dev.longhand.kernel.function;

/**
 * a·b + c, rounded once. Java computes it in {@code BigDecimal} where the processor has no instruction for it, or where it
 * doesn't use it: there it is computed in double, with the same bits.
 *
 * <p>The product of two floats is exact in double. The sum is rounded to odd: if it isn't exact, to the neighbour whose
 * last bit is 1. Rounding that to float is the same as rounding the exact sum, because double has more than two bits more
 * than twice a float's (Boldo and Melquiond, "Emulation of FMA and correctly rounded sums: proved algorithms using
 * rounding to odd", 2008).
 */
public final class FusedMultiplyAdd {

    /** The bits of a double below the first one that a float rounds by. */
    private static final long BELOW_HALF = (1L << 28) - 1;

    /** Fewer nanoseconds a call are possible with the instruction only. */
    private static final double FAST_NANOS = 200;

    private static final long LONGEST_NANOS = 100_000_000;

    private static final int CALLS = 50;

    /** How long a call of {@link Math#fma(float, float, float)} takes, in nanoseconds, measured once. */
    public static final double NANOS = measureNanos();

    /** Whether calls of {@link Math#fma(float, float, float)} are as fast as only an instruction can be. */
    public static final boolean HAS_INSTRUCTION = NANOS < FAST_NANOS;

    private FusedMultiplyAdd() {}

    /** a·b + c, rounded once: computed in double, where the product of two floats is exact. */
    static float inDouble(float a, float b, float c) {
        double product = (double) a * b;
        double sum = product + c;
        // Only a sum half-way between two floats may round otherwise than the exact one.
        boolean isHalfWay = (Double.doubleToRawLongBits(sum) & BELOW_HALF) == 0;
        return isHalfWay ? roundedToOdd(product, c, sum) : (float) sum;
    }

    /** The sum of a product and c, rounded to the neighbour whose last bit is 1, then to float. */
    private static float roundedToOdd(double product, double c, double sum) {
        // The error of the sum, exactly (Knuth's TwoSum); NaN where the sum isn't finite.
        double ofC = sum - product;
        double error = (product - (sum - ofC)) + (c - ofC);
        long bits = Double.doubleToRawLongBits(sum);
        if ((error > 0 || error < 0) && (bits & 1) == 0) {
            bits += error > 0 == sum > 0 ? 1 : -1;
        }
        return (float) Double.longBitsToDouble(bits);
    }

    /** The mean time of a call: once the first calls are fast, or until they have had 0.1 s to become so. */
    private static double measureNanos() {
        double best = Double.POSITIVE_INFINITY;
        float sum = 0;
        long begin = System.nanoTime();
        long end = begin;
        while (best >= FAST_NANOS && end - begin < LONGEST_NANOS) {
            long start = System.nanoTime();
            for (int i = 0; i < CALLS; i++) {
                sum = Math.fma(0.1f, i + 0.1f, sum * 1e-3f);
            }
            end = System.nanoTime();
            best = Math.min(best, (double) (end - start) / CALLS);
        }
        // The sum is never NaN, but the compiler doesn't know it, so it must compute the calls.
        return Float.isNaN(sum) ? 0 : best;
    }
}
