package dev.longhand.optimizer;

/** The checks of settings that optimizers and schedules share. */
final class Settings {

    private Settings() {}

    static void positive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    name + " " + show(value) + " is not a positive number: try " + suggestion(name));
        }
        float rounded = (float) value;
        if (rounded == 0 || Float.isInfinite(rounded)) {
            throw new IllegalArgumentException(rounded(name, value) + ": try " + suggestion(name));
        }
    }

    static void notNegative(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " " + show(value) + " must be at least 0; 0 turns it off");
        }
        float rounded = (float) value;
        if (rounded == 0 && value != 0 || Float.isInfinite(rounded)) {
            throw new IllegalArgumentException(rounded(name, value) + ": use a " + (value < 1 ? "larger" : "smaller")
                    + " one, or 0 to turn it off");
        }
    }

    /** For shares of the past: 0 forgets it at once, 1 would never take anything in. */
    static void share(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(
                    name + " " + show(value) + " must be at least 0 and below 1: try " + suggestion(name));
        }
        if ((float) value == 1) {
            throw new IllegalArgumentException(rounded(name, value) + ": try " + suggestion(name));
        }
    }

    static void penalties(double l1, double l2) {
        notNegative("l1", l1);
        notNegative("l2", l2);
    }

    /** What becomes of a setting where the loops take it as a float. */
    private static String rounded(String name, double value) {
        return name + " " + show(value) + " is " + (float) value + " as a float";
    }

    private static String suggestion(String name) {
        return switch (name) {
            case "learningRate" -> "0.001";
            case "epsilon" -> "1e-8";
            case "beta2" -> "0.999";
            default -> "0.9";
        };
    }

    /** Without the digits that a float gains as a double. */
    private static String show(double value) {
        return (float) value == value ? Float.toString((float) value) : Double.toString(value);
    }
}
