package dev.longhand.augment;

/** Checks of how much is changed. */
final class Amount {

    private Amount() {}

    static double notNegative(String method, String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    name + " " + value + " of " + method + " must be at least 0: 0 changes nothing");
        }
        return value;
    }

    static double upTo(double greatest, String method, String name, double value) {
        if (!(value >= 0 && value <= greatest)) {
            throw new IllegalArgumentException(
                    name + " " + text(value) + " of " + method + " must be from 0 to " + text(greatest));
        }
        return value;
    }

    static double below(double end, String method, String name, double value) {
        if (!(value >= 0 && value < end)) {
            throw new IllegalArgumentException(
                    name + " " + text(value) + " of " + method + " must be at least 0 and below " + text(end));
        }
        return value;
    }

    /** Whole numbers without a point. */
    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
