package dev.longhand.optimizer;

/**
 * The cosine from 0 to π by Taylor series at angles of at most π/4: the same bits on every machine, and unlike
 * StrictMath's without allocation.
 */
final class Cosine {

    /** With the terms up to x¹⁶ the error is below double precision. */
    private static final int DEGREE = 16;

    private Cosine() {}

    /** cos(π·x) for x from 0 to 1. */
    static double cosPi(double x) {
        if (x <= 0.25) {
            return cos(Math.PI * x);
        }
        return x <= 0.75 ? sin(Math.PI * (0.5 - x)) : -cos(Math.PI * (1 - x));
    }

    /** 1 − x²/(1·2)·(1 − x²/(3·4)·(1 − …)). */
    private static double cos(double x) {
        double sum = 1;
        for (int k = DEGREE; k > 0; k -= 2) {
            sum = 1 - sum * x * x / ((k - 1) * k);
        }
        return sum;
    }

    /** x·(1 − x²/(2·3)·(1 − x²/(4·5)·(1 − …))). */
    private static double sin(double x) {
        double sum = 1;
        for (int k = DEGREE; k > 0; k -= 2) {
            sum = 1 - sum * x * x / (k * (k + 1));
        }
        return x * sum;
    }
}
