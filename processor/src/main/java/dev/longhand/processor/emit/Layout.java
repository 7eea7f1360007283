package dev.longhand.processor.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The layout of generated source where JavaPoet would use more lines than a person. */
public final class Layout {

    public static final int COLUMNS = 100;

    private static final Pattern SHORT_JAVADOC = Pattern.compile("( *)/\\*\\*\n *\\* ([^\n]*)\n *\\*/\n");

    /** The empty line between two fields of a kind, the second without javadoc. */
    private static final Pattern FIELD_GAP =
            Pattern.compile("(?<=\\n) {4}(private static final int|private final) [^\\n]*;\\n(\\n)(?= {4}\\1 )");

    /** A signature whose last parameter is alone on a line, with the parameter before it. */
    private static final Pattern LONE_PARAMETER = Pattern.compile(", ([^,()\\n]+),\n( +)(int n\\) \\{\n)");

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

    /** One-line javadocs on one line, constants without empty lines between them, no parameter alone on a line. */
    public static String tidy(String source) {
        String shorter = SHORT_JAVADOC.matcher(source).replaceAll(match -> {
            String line = match.group(1) + "/** " + match.group(2) + " */";
            return Matcher.quoteReplacement(line.length() <= COLUMNS ? line + "\n" : match.group());
        });
        String grouped = FIELD_GAP
                .matcher(shorter)
                .replaceAll(match -> Matcher.quoteReplacement(match.group().stripTrailing() + "\n"));
        grouped = LONE_PARAMETER.matcher(grouped).replaceAll(",\n$2$1, $3");
        return grouped + "\n";
    }
}
