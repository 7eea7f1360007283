package dev.longhand.examples.text;

import java.text.Normalizer;

/** The letters that the network knows, by number: the end of a line, then the 95 printable ones of ASCII. */
final class Alphabet {

    static final int SIZE = 96;

    private static final char FIRST = ' ';
    private static final char LAST = '~';
    private static final char UNKNOWN = '?';

    private Alphabet() {}

    /**
     * A text of known letters only.
     *
     * @param text with every unknown letter replaced
     * @param likened how many were replaced by what is most like them: é by e, — by -
     * @param unknown how many by a question mark, because nothing is like them
     */
    record Text(String text, int likened, int unknown) {}

    /** Replaces the letters that aren't known. */
    static Text read(String text) {
        StringBuilder known = new StringBuilder(text.length());
        int likened = 0;
        int unknown = 0;
        for (int letter : text.replace("\r\n", "\n").codePoints().toArray()) {
            String like = like(letter);
            boolean same = like.length() == 1 && like.charAt(0) == letter;
            if (like.isEmpty()) {
                unknown++;
            } else if (!same) {
                likened++;
            }
            known.append(like.isEmpty() ? String.valueOf(UNKNOWN) : like);
        }
        return new Text(known.toString(), likened, unknown);
    }

    /** The known letters most like this one; none if nothing is. */
    private static String like(int letter) {
        if (isKnown(letter)) {
            return Character.toString(letter);
        }
        return switch (letter) {
            case '\r', '\u2028', '\u2029' -> "\n";
            case '\t', '\u00a0' -> " ";
            case '‘', '’', '‚', '′' -> "'";
            case '“', '”', '„', '″', '«', '»' -> "\"";
            case '‐', '‑', '–', '—', '−' -> "-";
            default ->
                Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)
                        .codePoints()
                        .filter(Alphabet::isKnown)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
        };
    }

    private static boolean isKnown(int letter) {
        return letter == '\n' || letter >= FIRST && letter <= LAST;
    }

    /** The number of a known letter. */
    static int number(char letter) {
        return letter == '\n' ? 0 : letter - FIRST + 1;
    }

    /** The letter of a number. */
    static char letter(int number) {
        return number == 0 ? '\n' : (char) (number - 1 + FIRST);
    }
}
