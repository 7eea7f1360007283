package dev.longhand.processor.emit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What JavaPoet lays out wider than a person would. */
final class Layout {

    private static final int COLUMNS = 100;

    private static final Pattern SHORT_JAVADOC = Pattern.compile("( *)/\\*\\*\n *\\* ([^\n]*)\n *\\*/\n");

    /** The empty line between two fields of a kind, the second without a javadoc of its own. */
    private static final Pattern FIELD_GAP =
            Pattern.compile("(?<=\\n) {4}(private static final int|private final) [^\\n]*;\\n(\\n)(?= {4}\\1 )");

    private static final Pattern TYPE_START = Pattern.compile("(?m)^((?:public )?final class .*\\{)\n");

    private Layout() {}

    /** One-line javadocs on one line, constants without empty lines between them. */
    static String tidy(String source) {
        String shorter = SHORT_JAVADOC.matcher(source).replaceAll(match -> {
            String line = match.group(1) + "/** " + match.group(2) + " */";
            return Matcher.quoteReplacement(line.length() <= COLUMNS ? line + "\n" : match.group());
        });
        String grouped = FIELD_GAP
                .matcher(shorter)
                .replaceAll(match -> Matcher.quoteReplacement(match.group().stripTrailing() + "\n"));
        return TYPE_START.matcher(grouped).replaceFirst("$1\n\n") + "\n";
    }
}
