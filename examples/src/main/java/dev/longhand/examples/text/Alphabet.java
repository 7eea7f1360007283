package dev.longhand.examples.text;

import java.text.Normalizer;

/** The characters that the network knows, by index: the line feed, then the 95 printable ones of ASCII. */
final class Alphabet {

    static final int SIZE = 96;

    private static final char FIRST = ' ';
    private static final char LAST = '~';
    private static final char UNKNOWN = '?';

    private Alphabet() {}

    /**
     * A text in which every unknown character is replaced.
     *
     * @param text the text
     * @param similar the number of characters replaced by similar ones: é by e, — by -
     * @param unknown the number of characters replaced by a question mark, because none is similar
     */
    record Text(String text, int similar, int unknown) {}

    /** Replaces unknown characters. */
    static Text read(String text) {
        StringBuilder known = new StringBuilder(text.length());
        int similar = 0;
        int unknown = 0;
        for (int letter : text.replace("\r\n", "\n").codePoints().toArray()) {
            String like = like(letter);
            boolean same = like.length() == 1 && like.charAt(0) == letter;
            if (like.isEmpty()) {
                unknown++;
            } else if (!same) {
                similar++;
            }
            known.append(like.isEmpty() ? String.valueOf(UNKNOWN) : like);
        }
        return new Text(known.toString(), similar, unknown);
    }

    /** Similar known characters; empty if there are none. */
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

    /** The index of a known character. */
    static int number(char letter) {
        return letter == '\n' ? 0 : letter - FIRST + 1;
    }

    /** The character with this index. */
    static char letter(int number) {
        return number == 0 ? '\n' : (char) (number - 1 + FIRST);
    }
}
