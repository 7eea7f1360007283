package dev.longhand.report.html;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as pages show them, with a decimal point in every locale. */
public final class Numbers {

    private Numbers() {}

    /** A whole number in groups of three digits. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number with so many digits after the point; a dash for NaN. */
    public static String fixed(double number, int digits) {
        return Double.isNaN(number) ? "–" : String.format(Locale.ROOT, "%." + digits + "f", number);
    }

    /** A number rounded to so many significant digits, without zeros at its end; a dash for NaN. */
    public static String significant(double number, int digits) {
        if (Double.isNaN(number)) {
            return "–";
        }
        if (Double.isInfinite(number)) {
            return number < 0 ? "−∞" : "∞";
        }
        if (number == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(number)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        double magnitude = Math.abs(number);
        return magnitude >= 1e-4 && magnitude < 1e7 ? rounded.toPlainString() : scientific(rounded);
    }

    /** As {@code 1.5e-7}. */
    private static String scientific(BigDecimal number) {
        String digits = number.unscaledValue().abs().toString();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        int exponent = digits.length() - 1 - number.scale();
        return (number.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + exponent;
    }

    /** A share as a percentage. */
    public static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /** A coordinate of a drawing, to a tenth. */
    public static String coordinate(double number) {
        String text = String.format(Locale.ROOT, "%.1f", number);
        String whole = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        return whole.equals("-0") ? "0" : whole;
    }
}
