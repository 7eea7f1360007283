package dev.longhand.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Set;

/** Numbers as texts. */
final class NumberText {

    private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity");

    /** Below it every whole number is a {@code double}. */
    private static final double WHOLE = 1L << 53;

    /** The length of a number that isn't worth rounding. */
    private static final int SHORT = 8;

    private NumberText() {}

    /** A number as it's usually written: whole numbers without a decimal point. */
    static String of(double value) {
        return value == Math.rint(value) && Math.abs(value) < WHOLE
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** A number with about six digits, for people to read. */
    static String rounded(double value) {
        String exact = of(value);
        return exact.length() <= SHORT
                ? exact
                : new BigDecimal(value).round(new MathContext(6)).toString();
    }

    /** Whether a text is a number, with this decimal mark: {@code -12}, {@code .5}, {@code 1e-3}. */
    static boolean isNumber(String text, char mark) {
        int at = afterSign(text, 0);
        int whole = afterDigits(text, at);
        int digits = whole - at;
        at = whole;
        if (at < text.length() && text.charAt(at) == mark) {
            int fraction = afterDigits(text, at + 1);
            digits += fraction - at - 1;
            at = fraction;
        }
        if (digits == 0) {
            return false;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int exponent = afterSign(text, at + 1);
            at = afterDigits(text, exponent);
            if (at == exponent) {
                return false;
            }
        }
        return at == text.length();
    }

    private static int afterSign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? at + 1 : at;
    }

    private static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** Whether a text says NaN or infinity. */
    static boolean isNotFinite(String text) {
        String word = text.substring(afterSign(text, 0)).toLowerCase(Locale.ROOT);
        return NOT_FINITE.contains(word);
    }

    /** The value of a text that {@link #isNumber}; infinite if it's too large for a {@code double}. */
    static double parse(String text, char mark) {
        return Double.parseDouble(mark == '.' ? text : text.replace(mark, '.'));
    }
}
