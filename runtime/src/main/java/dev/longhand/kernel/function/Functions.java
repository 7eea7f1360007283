package dev.longhand.kernel.function;

import static dev.longhand.kernel.function.loops.Approximations.EXP_MIN;
import static dev.longhand.kernel.function.loops.Approximations.LN_2_HIGH;
import static dev.longhand.kernel.function.loops.Approximations.LN_2_LOW;
import static dev.longhand.kernel.function.loops.Approximations.LOG2_E;
import static dev.longhand.kernel.function.loops.Approximations.NORMAL_MAX;
import static dev.longhand.kernel.function.loops.Approximations.ONE_BY_ROOT_TWO_PI;
import static dev.longhand.kernel.function.loops.Approximations.ROUND;
import static dev.longhand.kernel.function.loops.Approximations.SIGMOID_MAX;
import static dev.longhand.kernel.function.loops.Approximations.correctedBell;
import static dev.longhand.kernel.function.loops.Approximations.expOfRest;
import static dev.longhand.kernel.function.loops.Approximations.logOfOnePlus;
import static dev.longhand.kernel.function.loops.Approximations.millsRatio;

/**
 * Mathematical functions of float: e^x, ln x, σ(x), tanh x and others, with the same bits on every Java virtual machine
 * and processor. Generated source and kernels use them.
 *
 * <p>They use only operations that Java specifies to the last bit and that vectors have too: float additions,
 * multiplications, divisions, fused multiply-adds, comparisons, and conversions between a float and its bits.
 * The kernels have the same functions, bit for bit, in a form that C2 vectorizes.
 *
 * <p>The coefficients were fitted for this class to minimize the maximum relative error: weighted least squares over
 * 2,000 Chebyshev nodes, reweighted until all peaks of the error are equal (Lawson, 1961), for rational functions on the
 * linearised form (Loeb, 1957). Then they were rounded to float one at a time, from the lowest degree up, and the
 * others were fitted again each time. Coefficients of 1 or ½ were fixed, so that values at 0 are exact. The error given
 * with each fit is its maximum before the evaluation's own rounding errors. 1 ulp is at most 1.2e−7 of the value.
 */
public final class Functions {

    /** Above this, e^x rounds to infinity. */
    private static final float EXP_MAX = 89;

    /** From here on tanh x rounds to 1. */
    private static final float TANH_MAX = 9.02f;

    private Functions() {}

    /**
     * a·b + c, rounded once: {@link Math#fma(float, float, float)}, which takes half a microsecond on processors without
     * an instruction for it; there the same bits come from double arithmetic in some 20 ns.
     */
    public static float fma(float a, float b, float c) {
        return FusedMultiplyAdd.HAS_INSTRUCTION ? Math.fma(a, b, c) : FusedMultiplyAdd.inDouble(a, b, c);
    }

    /**
     * e^x within 1 ulp; results below 2⁻¹²⁶ are subnormal and lose digits gradually.
     *
     * <p>x = n·ln 2 + r with an integer n and |r| ≤ ½ ln 2 (Cody and Waite, "Software manual for the
     * elementary functions", 1980), then 2ⁿ·e^r.
     */
    public static float exp(float x) {
        if (!(Math.abs(x) < 87)) {
            return extremeExp(x);
        }
        float n = fma(x, LOG2_E, ROUND);
        return expOfRest(x, n - ROUND) * powerOfTwo(exponent(n));
    }

    /** e^x where 2ⁿ may be outside the range of float: multiplies by 2ⁿ in two factors, rounding once. */
    private static float extremeExp(float x) {
        float inside = Math.min(EXP_MAX, Math.max(EXP_MIN, x));
        float n = fma(inside, LOG2_E, ROUND);
        int half = exponent(n) >> 1;
        return expOfRest(inside, n - ROUND) * powerOfTwo(half) * powerOfTwo(exponent(n) - half);
    }

    /** The integer in the low bits of a float that {@code ROUND} was added to. */
    private static int exponent(float n) {
        return Float.floatToRawIntBits(n) - Float.floatToRawIntBits(ROUND);
    }

    private static float powerOfTwo(int n) {
        return Float.intBitsToFloat((n + 127) << 23);
    }

    /**
     * ln x within 1 ulp; −∞ at 0, NaN below.
     *
     * <p>x = 2ⁿ·(1 + f) with 1 + f from √½ to √2, then n·ln 2 + ln(1 + f). Fit: ln(1 + f) = f − ½f² +
     * f³·q(f), q of degree 7, error 5.9e−9.
     */
    public static float log(float x) {
        if (!(x > 0)) {
            return x == 0 ? Float.NEGATIVE_INFINITY : Float.NaN;
        }
        if (x == Float.POSITIVE_INFINITY) {
            return x;
        }
        boolean subnormal = x < Float.MIN_NORMAL;
        int bits = Float.floatToRawIntBits(subnormal ? x * 0x1p23f : x);
        int exponent = (bits - Float.floatToRawIntBits(0.70710678f)) >> 23;
        float f = Float.intBitsToFloat(bits - (exponent << 23)) - 1;
        float n = subnormal ? exponent - 23 : exponent;
        float q = fma(-0.076381892f, f, 0.127647638f);
        q = fma(q, f, -0.1316019f);
        q = fma(q, f, 0.14201273f);
        q = fma(q, f, -0.166233152f);
        q = fma(q, f, 0.200012505f);
        q = fma(q, f, -0.250008225f);
        q = fma(q, f, 0.333333313f);
        float square = f * f;
        float low = fma(square * f, q, n * LN_2_LOW);
        return fma(n, LN_2_HIGH, f + fma(-0.5f, square, low));
    }

    /**
     * 1/(1 + e^−x) as e^x/(1 + e^x): within 3 ulp, even where the result is very small. (½ + ½·tanh ½x would be
     * as fast, but below −17 none of its digits is correct.)
     */
    public static float sigmoid(float x) {
        // Math.min would make the function a fifth slower.
        float e = exp(x > SIGMOID_MAX ? SIGMOID_MAX : x);
        return e / (1 + e);
    }

    /**
     * tanh x within 3 ulp and never beyond ±1, from t = tanh ½x as 2t/(1 + t²), in which the error of t vanishes near
     * ±1.
     */
    public static float tanh(float x) {
        float t = twiceTanhOfHalf(Math.min(TANH_MAX, Math.max(-TANH_MAX, x)));
        return t / fma(0.25f * t, t, 1);
    }

    /** e^x − 1 for x ≤ 0 within 5 ulp, from t = tanh ¼x as 4t/(1 − t)²: nothing cancels. */
    public static float expMinusOne(float x) {
        float t = twiceTanhOfHalf(Math.max(-TANH_MAX, 0.5f * x));
        float root = fma(-0.5f, t, 1);
        return 2 * t / (root * root);
    }

    /** 2 tanh ½x for x on ±9.02. Fit: x + x³·p(x²)/q(x²), degrees 2 and 3, error of tanh x 6e−10. */
    private static float twiceTanhOfHalf(float x) {
        float s = x * x;
        float p = fma(-2.93053381e-06f, s, -0.00126477866f);
        p = fma(p, s, -0.0833333358f);
        float q = fma(3.03277216e-06f, s, 0.00143384899f);
        q = fma(q, s, 0.115177371f);
        q = fma(q, s, 1);
        return fma(x * s, p / q, x);
    }

    /** ln(1 + e^x) as max(0, x) + ln(1 + e^−|x|): within 5 ulp, even where the result is very small. */
    public static float softplus(float x) {
        return Math.max(0, x) + logOfOnePlus(exp(-Math.abs(x)));
    }

    /**
     * Φ(x), the standard normal distribution function. The lower tail is e^(−x²/2) times Mills' ratio, with a relative
     * error below 1e−6 down to the smallest normal float; above 0, Φ(x) = 1 − Φ(−x).
     */
    public static float normalCdf(float x) {
        float t = Math.min(NORMAL_MAX, Math.abs(x));
        float square = t * t;
        float tail = correctedBell(t, square, exp(-0.5f * square)) * millsRatio(t);
        return x > 0 ? 1 - tail : tail;
    }

    /** φ(x) = e^(−x²/2)/√(2π), the standard normal density, within 6 ulp. */
    public static float normalPdf(float x) {
        float t = Math.min(NORMAL_MAX, Math.abs(x));
        float square = t * t;
        return ONE_BY_ROOT_TWO_PI * correctedBell(t, square, exp(-0.5f * square));
    }
}
