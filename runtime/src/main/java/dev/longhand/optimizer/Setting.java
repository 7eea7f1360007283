package dev.longhand.optimizer;

/** A setting of an optimizer and its range. Settings are printed in this order. */
enum Setting {
    LEARNING_RATE("learningRate", Range.POSITIVE, "0.001"),
    MOMENTUM("momentum", Range.FRACTION, "0.9"),
    RHO("rho", Range.FRACTION, "0.9"),
    BETA1("beta1", Range.FRACTION, "0.9"),
    BETA2("beta2", Range.FRACTION, "0.999"),
    EPSILON("epsilon", Range.POSITIVE, "1e-8"),
    WEIGHT_DECAY("weightDecay", Range.NOT_NEGATIVE, "0.01"),
    MOMENTUM_DECAY("momentumDecay", Range.NOT_NEGATIVE, "0.004"),
    L1("l1", Range.NOT_NEGATIVE, "1e-4"),
    L2("l2", Range.NOT_NEGATIVE, "1e-4");

    private enum Range {
        POSITIVE,
        /** At least 0; 0 turns it off. */
        NOT_NEGATIVE,
        /** The weight of the past in a running mean: at least 0, below 1. */
        FRACTION
    }

    private final String label;
    private final Range range;
    private final String suggestion;

    Setting(String label, Range range, String suggestion) {
        this.label = label;
        this.range = range;
        this.suggestion = suggestion;
    }

    /** Its name in the API. */
    String label() {
        return label;
    }

    /**
     * Checks a value, in double precision and as the float used in the loops.
     *
     * @throws IllegalArgumentException if it lies outside the range
     */
    void check(double value) {
        float rounded = (float) value;
        switch (range) {
            case POSITIVE -> {
                require(value > 0 && Double.isFinite(value), value, "is not a positive number: try " + suggestion);
                require(rounded > 0 && Float.isFinite(rounded), value, asFloat(rounded) + ": try " + suggestion);
            }
            case NOT_NEGATIVE -> {
                require(value >= 0 && Double.isFinite(value), value, "must be at least 0; 0 turns it off");
                require(
                        (rounded > 0 || value == 0) && Float.isFinite(rounded),
                        value,
                        asFloat(rounded) + ": use a " + (value < 1 ? "larger" : "smaller")
                                + " one, or 0 to turn it off");
            }
            case FRACTION -> {
                require(value >= 0 && value < 1, value, "must be at least 0 and below 1: try " + suggestion);
                require(rounded < 1, value, asFloat(rounded) + ": try " + suggestion);
            }
        }
    }

    private void require(boolean condition, double value, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(label + " " + show(value) + " " + problem);
        }
    }

    private static String asFloat(float rounded) {
        return "is " + rounded + " as a float";
    }

    /** Prints a float without the extra digits of its double value. */
    private static String show(double value) {
        return (float) value == value ? Float.toString((float) value) : Double.toString(value);
    }
}
