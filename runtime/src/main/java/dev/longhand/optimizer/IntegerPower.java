package dev.longhand.optimizer;

/** Powers with integer exponents, in double: the same bits on every machine, and unlike StrictMath's without allocation. */
final class IntegerPower {

    private IntegerPower() {}

    /** base^exponent by repeated squaring, for an exponent of at least 0. */
    static double of(double base, long exponent) {
        double result = 1;
        double square = base;
        for (long rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }
}
