package dev.longhand.kernel.function;

/**
 * The functions of {@link Functions}, bit for bit, in the form that loops over arrays need: C2
 * vectorises neither moves of bits between float and int nor branches, so here is arithmetic alone.
 */
public final class LoopFunctions {

    /** 2⁻¹⁵⁰…2⁴⁴, all powers that are needed here, shifted to be as far from 0 as from infinity. */
    private static final float SHIFT = 53;

    private static final float UNSHIFT = 0x1p-53f;

    private LoopFunctions() {}

    /** e^x for x ≤ 30. */
    static float exp(float x) {
        float inside = Math.max(Functions.EXP_MIN, x);
        float n = Math.fma(inside, Functions.LOG2_E, Functions.ROUND) - Functions.ROUND;
        return Functions.expOfRest(inside, n) * shiftedPowerOfTwo(n) * UNSHIFT;
    }

    /**
     * 2^(n + 53) exactly, for whole n from −150 to 44.
     *
     * <p>A polynomial gives 2^(m/64) and six squarings 2^m, up to 5 % off, which is then rounded to its
     * two leading bits: a power of two has no other ones. The rounding is Dekker's ("A floating-point
     * technique for extending the available precision", 1971): v·(2²² + 1) less all but v of it.
     */
    static float shiftedPowerOfTwo(float n) {
        float y = (n + SHIFT) * 0x1p-6f;
        float v = Math.fma(0.00920579024f, y, 0.0587954558f);
        v = Math.fma(v, y, 0.24157235f);
        v = Math.fma(v, y, 0.691976011f);
        v = Math.fma(v, y, 1);
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
        float e = exp(Math.min(Functions.SIGMOID_MAX, x));
        return e / (1 + e);
    }

    /** e^(−x²/2). */
    static float bell(float x) {
        float t = Math.min(Functions.NORMAL_MAX, Math.abs(x));
        float square = t * t;
        return Functions.correctedBell(t, square, exp(-0.5f * square));
    }

    /** Φ(x) from bell = e^(−x²/2). */
    static float normalCdf(float x, float bell) {
        float tail = bell * Functions.millsRatio(Math.min(Functions.NORMAL_MAX, Math.abs(x)));
        float positive = positive(x);
        return Math.fma(1 - 2 * positive, tail, positive);
    }

    /** 1 where x &gt; 0, else 0: 2²⁵⁴ takes the smallest float beyond 1. */
    public static float positive(float x) {
        return Math.min(1, Math.max(0, x * 0x1p127f * 0x1p127f));
    }
}
