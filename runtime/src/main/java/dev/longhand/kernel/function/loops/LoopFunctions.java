package dev.longhand.kernel.function.loops;

import static dev.longhand.kernel.function.Functions.fma;

import dev.longhand.kernel.function.Functions;

/**
 * The functions of {@link Functions}, bit for bit, for loops over arrays. C2 vectorizes neither branches nor conversions
 * between a float and its bits, so these methods consist of arithmetic.
 */
public final class LoopFunctions {

    /** Powers are computed 2⁵³ times too large: 2⁻¹⁵⁰ to 2⁴⁴ then stay clear of underflow and overflow. */
    private static final float SHIFT = 53;

    private static final float UNSHIFT = 0x1p-53f;

    private LoopFunctions() {}

    /** e^x for x ≤ 30. */
    static float exp(float x) {
        float inside = Math.max(Approximations.EXP_MIN, x);
        float n = fma(inside, Approximations.LOG2_E, Approximations.ROUND) - Approximations.ROUND;
        return Approximations.expOfRest(inside, n) * shiftedPowerOfTwo(n) * UNSHIFT;
    }

    /**
     * 2^m exactly, for m = n + 53 and an integer n from −150 to 44.
     *
     * <p>A polynomial approximates 2^(m/64). Squaring it six times gives 2^m with an error of up to 5 %, which rounding
     * to two significant bits removes. The rounding is Dekker's ("A floating-point technique for extending the available
     * precision", 1971): with s = v·(2²² + 1), the rounded value is s − (s − v).
     */
    static float shiftedPowerOfTwo(float n) {
        float y = (n + SHIFT) * 0x1p-6f;
        float v = fma(0.00920579024f, y, 0.0587954558f);
        v = fma(v, y, 0.24157235f);
        v = fma(v, y, 0.691976011f);
        v = fma(v, y, 1);
        v *= v;
        v *= v;
        v *= v;
        v *= v;
        v *= v;
        v *= v;
        float scaled = v * 4194305f;
        return scaled - (scaled - v);
    }

    /** 1/(1 + e^−x). */
    public static float sigmoid(float x) {
        float e = exp(Math.min(Approximations.SIGMOID_MAX, x));
        return e / (1 + e);
    }

    /** e^(−x²/2). */
    static float bell(float x) {
        float t = Math.min(Approximations.NORMAL_MAX, Math.abs(x));
        float square = t * t;
        return Approximations.correctedBell(t, square, exp(-0.5f * square));
    }

    /** Φ(x) from bell = e^(−x²/2). */
    static float normalCdf(float x, float bell) {
        float tail = bell * Approximations.millsRatio(Math.min(Approximations.NORMAL_MAX, Math.abs(x)));
        float positive = positive(x);
        return fma(1 - 2 * positive, tail, positive);
    }

    /** 1 where x &gt; 0, else 0: even the smallest positive float times 2²⁵⁴ is greater than 1. */
    public static float positive(float x) {
        return Math.min(1, Math.max(0, x * 0x1p127f * 0x1p127f));
    }
}
