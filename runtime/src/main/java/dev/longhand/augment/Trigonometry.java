package dev.longhand.augment;

/**
 * Sine and cosine of angles from −π to π, by their Taylor series, whose remainder is below 1e−17. The bits are the same
 * on every Java virtual machine, and unlike {@link StrictMath}'s methods none allocates an array.
 */
final class Trigonometry {

    private static final double HALF_PI = Math.PI / 2;

    private Trigonometry() {}

    static double sin(double x) {
        int quarters = (int) Math.rint(x / HALF_PI);
        double rest = x - quarters * HALF_PI;
        double value = (quarters & 1) == 0 ? sinOfSmall(rest) : cosOfSmall(rest);
        return (quarters & 2) == 0 ? value : -value;
    }

    static double cos(double x) {
        int quarters = (int) Math.rint(x / HALF_PI);
        double rest = x - quarters * HALF_PI;
        double value = (quarters & 1) == 0 ? cosOfSmall(rest) : sinOfSmall(rest);
        return (quarters + 1 & 2) == 0 ? value : -value;
    }

    /** sin x on ±¼π: x − x³/3! + x⁵/5! − … + x¹⁷/17!. */
    private static double sinOfSmall(double x) {
        double square = x * x;
        double sum = 1;
        for (int k = 16; k >= 2; k -= 2) {
            sum = 1 - square / (k * (k + 1)) * sum;
        }
        return x * sum;
    }

    /** cos x on ±¼π: 1 − x²/2! + x⁴/4! − … + x¹⁸/18!. */
    private static double cosOfSmall(double x) {
        double square = x * x;
        double sum = 1;
        for (int k = 17; k >= 1; k -= 2) {
            sum = 1 - square / (k * (k + 1)) * sum;
        }
        return sum;
    }
}
