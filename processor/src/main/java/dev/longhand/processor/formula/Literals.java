package dev.longhand.processor.formula;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as source text: the shortest digits that mean this very float, the same on every JDK. */
public final class Literals {

    private Literals() {}

    /** A Java literal: {@code 2}, {@code 0.5f}, {@code 1.0E-7f}; whole numbers need no suffix. */
    public static String of(float value) {
        if (value == (int) value && Math.abs(value) < 1e6 && !isNegativeZero(value)) {
            return Integer.toString((int) value);
        }
        return digits(value) + "f";
    }

    /** As in a formula: {@code 2}, {@code 0.5}. */
    public static String plain(float value) {
        return value == (int) value && Math.abs(value) < 1e9 ? Integer.toString((int) value) : digits(value);
    }

    private static String digits(float value) {
        if (isNegativeZero(value)) {
            return "-0.0";
        }
        // Float.toString gives other digits before JDK 19 than after.
        BigDecimal exact = new BigDecimal(value);
        for (int precision = 1; ; precision++) {
            BigDecimal rounded = exact.round(new MathContext(precision));
            if (rounded.floatValue() == value) {
                double size = Math.abs(value);
                return size >= 1e-4 && size < 1e7 ? rounded.toPlainString() : rounded.toString();
            }
        }
    }

    private static boolean isNegativeZero(float value) {
        return value == 0 && 1 / value < 0;
    }
}
