package dev.longhand.text;

/**
 * Names from files and sources as messages print them: control characters can carry commands to a terminal, and marks of
 * the writing direction can show a name in another order than it has.
 */
public final class Printable {

    private Printable() {}

    /**
     * The text with an escape, a backslash, u and four hexadecimal digits, for each control character (U+0000–U+001F,
     * U+007F–U+009F), line separator (U+2028, U+2029) and mark of the writing direction (U+061C, U+200E, U+200F,
     * U+202A–U+202E, U+2066–U+2069).
     */
    public static String of(String text) {
        return escape(text, "");
    }

    /** As {@link #of}, but line feeds and tabs stay: for text of several lines. */
    public static String lines(String text) {
        return escape(text, "\n\t");
    }

    /** Whether {@link #of} changes nothing. */
    public static boolean isPrintable(String text) {
        return text.chars().noneMatch(Printable::isEscaped);
    }

    private static String escape(String text, String kept) {
        if (isPrintable(text)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (char c : text.toCharArray()) {
            if (isEscaped(c) && kept.indexOf(c) < 0) {
                escaped.append("\\u%04x".formatted((int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean isEscaped(int c) {
        return Character.isISOControl(c)
                || c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
