package dev.longhand.benchmarks.machine;

import java.util.Locale;

/** Measured numbers as text. */
public final class Figures {

    private Figures() {}

    /** At least three significant digits. */
    public static String text(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : value >= 0.1 ? 3 : 4;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
