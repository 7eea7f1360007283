package dev.longhand.kernel.function.loops;

import static dev.longhand.kernel.function.Functions.fma;

import dev.longhand.kernel.function.Functions;

/**
 * The constants and fitted polynomials that {@link Functions} and {@link LoopFunctions} share, so that both give the same
 * bits. {@link Functions} says how the coefficients were fitted.
 */
public final class Approximations {

    /** Adding and then subtracting this constant rounds a number below 2²² to the nearest integer. */
    public static final float ROUND = 0x1.8p23f;

    public static final float LOG2_E = 1.44269504f;

    /** ln 2 as a sum of two floats: the first has few enough bits that its product with any exponent is exact. */
    public static final float LN_2_HIGH = 0.693359375f;

    public static final float LN_2_LOW = -2.12194440e-4f;

    /** Below this, e^x rounds to 0. */
    public static final float EXP_MIN = -104;

    /** From here on σ(x) rounds to 1, and 1 + e^x doesn't overflow yet. */
    public static final float SIGMOID_MAX = 30;

    /** From here on Φ(−x) rounds to 0. */
    public static final float NORMAL_MAX = 15;

    public static final float ONE_BY_ROOT_TWO_PI = 0.398942280f;

    private Approximations() {}

    /** e^r for r = x − n·ln 2. Fit: 1 + r + r²·q(r) on ±½ ln 2, degree 6, error 3.2e−9. */
    public static float expOfRest(float x, float n) {
        float r = fma(n, -LN_2_LOW, fma(n, -LN_2_HIGH, x));
        float q = fma(0.00138201355f, r, 0.00836868584f);
        q = fma(q, r, 0.0416682735f);
        q = fma(q, r, 0.166665211f);
        q = fma(q, r, 0.49999994f);
        return fma(q, r * r, r) + 1;
    }

    /** ln(1 + e) for e from 0 to 1 within 3 ulp. Fit: e·p(e)/q(e), both of degree 3, error 1.6e−9. */
    public static float logOfOnePlus(float e) {
        float p = fma(0.00345572806f, e, 0.239317447f);
        p = fma(p, e, 1.0681318f);
        p = fma(p, e, 1);
        float q = fma(0.0757465959f, e, 0.690052867f);
        q = fma(q, e, 1.56813169f);
        q = fma(q, e, 1);
        return e * p / q;
    }

    /** e^(−t²/2) from bell = e^(−square/2), corrected for the rounding error of square = t². */
    public static float correctedBell(float t, float square, float bell) {
        return fma(bell, -0.5f * fma(t, t, -square), bell);
    }

    /**
     * Φ(−t)·e^(t²/2) for t from 0 to 15: Mills' ratio divided by √(2π). Fit on [0, 14.5]: p(t)/q(t) of degrees 4 and 5,
     * error 9e−9.
     */
    public static float millsRatio(float t) {
        float p = fma(0.00408866955f, t, 0.0404514372f);
        p = fma(p, t, 0.182704538f);
        p = fma(p, t, 0.437596112f);
        p = fma(p, t, 0.5f);
        float q = fma(0.0102486527f, t, 0.101403296f);
        q = fma(q, t, 0.46806851f);
        q = fma(q, t, 1.20032716f);
        q = fma(q, t, 1.67307711f);
        q = fma(q, t, 1);
        return p / q;
    }
}
