package dev.longhand.processor.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where lines of text are broken. */
public final class Layout {

    public static final int COLUMNS = 100;

    /** The columns before the text of a member's javadoc. */
    private static final int JAVADOC = "     * ".length();

    private Layout() {}

    /** The text of a member's javadoc, broken where a line is full. */
    public static String javadoc(String text) {
        return text.lines()
                .flatMap(line -> wrap(line, COLUMNS - JAVADOC, "").stream())
                .collect(Collectors.joining("\n"));
    }

    /** Breaks a line at spaces, so that no part is wider than {@code width}; all but the first are indented. */
    public static List<String> wrap(String line, int width, String indent) {
        List<String> lines = new ArrayList<>();
        String rest = line;
        while (rest.length() > width) {
            int at = rest.lastIndexOf(' ', width);
            if (at <= indent.length()) {
                break;
            }
            lines.add(rest.substring(0, at).stripTrailing());
            rest = indent + rest.substring(at).strip();
        }
        lines.add(rest);
        return lines;
    }
}
