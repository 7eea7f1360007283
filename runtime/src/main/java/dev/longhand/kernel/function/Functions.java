package dev.longhand.kernel.function;

/**
 * The scalar functions of float that generated source and kernels share: the same bits on every Java
 * virtual machine and processor.
 *
 * <p>So they consist of float additions, multiplications, divisions, fused multiply-adds, comparisons
 * and moves of bits alone, each of which is specified to the last bit and exists for vectors too.
 * {@code LoopFunctions} holds the same functions in the form that loops need, with the same bits.
 *
 * <p>The coefficients are minimax fits of the relative error, made for this class: weighted least
 * squares over 2,000 Chebyshev nodes, weights sharpened until the error's peaks are level (Lawson,
 * 1961), for rationals on the linearised form (Loeb, 1957); then the coefficients were rounded to
 * float one after the other from the lowest, fitting the rest anew each time. Coefficients that are 1
 * or ½ were held, so that values at 0 are exact. Beside each fit stands the error that is left before
 * rounding in evaluation. 1 ulp is at most 1.2e−7 of the value.
 */
public final class Functions {

    /** Added to and taken from a number below 2²², it rounds to the nearest whole number. */
    static final float ROUND = 0x1.8p23f;

    static final float LOG2_E = 1.44269504f;

    /** ln 2 in two parts: the first has so few bits that its product with any exponent is exact. */
    static final float LN_2_HIGH = 0.693359375f;

    static final float LN_2_LOW = -2.12194440e-4f;

    /** Below it e^x rounds to 0; above {@link #EXP_MAX} to infinity. */
    static final float EXP_MIN = -104;

    static final float EXP_MAX = 89;

    /** From here on σ(x) rounds to 1, and e^x still leaves room for 1 + e^x. */
    static final float SIGMOID_MAX = 30;

    /** From here on tanh x rounds to 1. */
    static final float TANH_MAX = 9.02f;

    /** From here on Φ(−x) rounds to 0. */
    static final float NORMAL_MAX = 15;

    static final float ONE_BY_ROOT_TWO_PI = 0.398942280f;

    private Functions() {}

    /**
     * e^x within 1 ulp; results below 2⁻¹²⁶ lose digits gradually, as all float arithmetic does.
     *
     * <p>x = n·ln 2 + r with n whole and |r| ≤ ½ ln 2 (Cody and Waite, "Software manual for the
     * elementary functions", 1980), then 2ⁿ·e^r.
     */
    public static float exp(float x) {
        if (!(Math.abs(x) < 87)) {
            return extremeExp(x);
        }
        float n = Math.fma(x, LOG2_E, ROUND);
        return expOfRest(x, n - ROUND) * powerOfTwo(exponent(n));
    }

    /** e^x where 2ⁿ may be out of a float's range: 2ⁿ as two factors, of which the second rounds. */
    private static float extremeExp(float x) {
        float inside = Math.min(EXP_MAX, Math.max(EXP_MIN, x));
        float n = Math.fma(inside, LOG2_E, ROUND);
        int half = exponent(n) >> 1;
        return expOfRest(inside, n - ROUND) * powerOfTwo(half) * powerOfTwo(exponent(n) - half);
    }

    /** The whole number in the low bits of a float that {@link #ROUND} was added to. */
    private static int exponent(float n) {
        return Float.floatToRawIntBits(n) - Float.floatToRawIntBits(ROUND);
    }

    private static float powerOfTwo(int n) {
        return Float.intBitsToFloat((n + 127) << 23);
    }

    /** e^r for r = x − n·ln 2. Fit: 1 + r + r²·q(r) on ±½ ln 2, degree 6, error 3.2e−9. */
    static float expOfRest(float x, float n) {
        float r = Math.fma(n, -LN_2_LOW, Math.fma(n, -LN_2_HIGH, x));
        float q = Math.fma(0.00138201355f, r, 0.00836868584f);
        q = Math.fma(q, r, 0.0416682735f);
        q = Math.fma(q, r, 0.166665211f);
        q = Math.fma(q, r, 0.49999994f);
        return Math.fma(q, r * r, r) + 1;
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
        float q = Math.fma(-0.076381892f, f, 0.127647638f);
        q = Math.fma(q, f, -0.1316019f);
        q = Math.fma(q, f, 0.14201273f);
        q = Math.fma(q, f, -0.166233152f);
        q = Math.fma(q, f, 0.200012505f);
        q = Math.fma(q, f, -0.250008225f);
        q = Math.fma(q, f, 0.333333313f);
        float square = f * f;
        float low = Math.fma(square * f, q, n * LN_2_LOW);
        return Math.fma(n, LN_2_HIGH, f + Math.fma(-0.5f, square, low));
    }

    /**
     * 1/(1 + e^−x) as e^x/(1 + e^x): within 3 ulp, also where it's very small. (½ + ½·tanh ½x would be
     * as fast, but has no digit right below −17.)
     */
    public static float sigmoid(float x) {
        // Math.min would cost a fifth of the whole.
        float e = exp(x > SIGMOID_MAX ? SIGMOID_MAX : x);
        return e / (1 + e);
    }

    /**
     * tanh x within 3 ulp and never beyond ±1, from t = tanh ½x as 2t/(1 + t²), which near ±1 hides the
     * error of t.
     */
    public static float tanh(float x) {
        float t = twiceTanhOfHalf(Math.min(TANH_MAX, Math.max(-TANH_MAX, x)));
        return t / Math.fma(0.25f * t, t, 1);
    }

    /** e^x − 1 for x ≤ 0 within 5 ulp, from t = tanh ¼x as 4t/(1 − t)²: nothing cancels. */
    public static float expMinusOne(float x) {
        float t = twiceTanhOfHalf(Math.max(-TANH_MAX, 0.5f * x));
        float root = Math.fma(-0.5f, t, 1);
        return 2 * t / (root * root);
    }

    /** 2 tanh ½x for x on ±9.02. Fit: x + x³·p(x²)/q(x²), degrees 2 and 3, error of tanh x 6e−10. */
    private static float twiceTanhOfHalf(float x) {
        float s = x * x;
        float p = Math.fma(-2.93053381e-06f, s, -0.00126477866f);
        p = Math.fma(p, s, -0.0833333358f);
        float q = Math.fma(3.03277216e-06f, s, 0.00143384899f);
        q = Math.fma(q, s, 0.115177371f);
        q = Math.fma(q, s, 1);
        return Math.fma(x * s, p / q, x);
    }

    /** ln(1 + e^x) as max(0, x) + ln(1 + e^−|x|): within 5 ulp, also where it's very small. */
    public static float softplus(float x) {
        return Math.max(0, x) + logOfOnePlus(exp(-Math.abs(x)));
    }

    /** ln(1 + e) for e from 0 to 1 within 3 ulp. Fit: e·p(e)/q(e), both of degree 3, error 1.6e−9. */
    static float logOfOnePlus(float e) {
        float p = Math.fma(0.00345572806f, e, 0.239317447f);
        p = Math.fma(p, e, 1.0681318f);
        p = Math.fma(p, e, 1);
        float q = Math.fma(0.0757465959f, e, 0.690052867f);
        q = Math.fma(q, e, 1.56813169f);
        q = Math.fma(q, e, 1);
        return e * p / q;
    }

    /**
     * Φ(x), the normal distribution function: e^(−x²/2) times Mills' ratio for the lower tail, whose
     * relative error so stays below 1e−6 down to the smallest normal float; 1 less the lower tail above 0.
     */
    public static float normalCdf(float x) {
        float t = Math.min(NORMAL_MAX, Math.abs(x));
        float square = t * t;
        float tail = correctedBell(t, square, exp(-0.5f * square)) * millsRatio(t);
        return x > 0 ? 1 - tail : tail;
    }

    /** φ(x) = e^(−x²/2)/√(2π), the normal density, within 6 ulp. */
    public static float normalPdf(float x) {
        float t = Math.min(NORMAL_MAX, Math.abs(x));
        float square = t * t;
        return ONE_BY_ROOT_TWO_PI * correctedBell(t, square, exp(-0.5f * square));
    }

    /** e^(−t²/2) from e^(−square/2) and the rounding error that is in square = t². */
    static float correctedBell(float t, float square, float bell) {
        return Math.fma(bell, -0.5f * Math.fma(t, t, -square), bell);
    }

    /**
     * Φ(−t)·e^(t²/2) for t from 0 to 15, which is Mills' ratio over √(2π). Fit on [0, 14.5]: p(t)/q(t)
     * of degrees 4 and 5, error 9e−9.
     */
    static float millsRatio(float t) {
        float p = Math.fma(0.00408866955f, t, 0.0404514372f);
        p = Math.fma(p, t, 0.182704538f);
        p = Math.fma(p, t, 0.437596112f);
        p = Math.fma(p, t, 0.5f);
        float q = Math.fma(0.0102486527f, t, 0.101403296f);
        q = Math.fma(q, t, 0.46806851f);
        q = Math.fma(q, t, 1.20032716f);
        q = Math.fma(q, t, 1.67307711f);
        q = Math.fma(q, t, 1);
        return p / q;
    }
}
