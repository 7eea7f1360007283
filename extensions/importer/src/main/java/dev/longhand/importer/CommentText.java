package dev.longhand.importer;

import java.util.ArrayList;
import java.util.List;

/** Texts of a file in the comments of Java source, which they can neither end nor change. */
final class CommentText {

    /** The columns of a line. */
    static final int COLUMNS = 120;

    private static final int LONGEST = 90;

    private CommentText() {}

    /** A text as ASCII without backslashes, which could be read as escapes of Unicode, shortened if it's long. */
    private static String ascii(String text) {
        StringBuilder ascii = new StringBuilder();
        for (char c : text.toCharArray()) {
            boolean isKept = c >= ' ' && c <= '~' && c != '\\';
            ascii.append(isKept ? c : c == '×' ? 'x' : '?');
        }
        return ascii.toString();
    }

    /** A text in a documentation comment: without tags, entities and ends of comments. */
    static String javadoc(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : ascii(text).toCharArray()) {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '@' -> escaped.append("&#64;");
                case '{' -> escaped.append("&#123;");
                case '}' -> escaped.append("&#125;");
                case '*' -> escaped.append("&#42;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** A documentation comment of paragraphs, each broken into lines. */
    static String block(List<String> paragraphs) {
        StringBuilder text = new StringBuilder("/**\n");
        String begin = "";
        for (String paragraph : paragraphs) {
            text.append(begin.isEmpty() ? "" : " *\n");
            for (String line : lines(begin + paragraph, " * ")) {
                text.append(line).append('\n');
            }
            begin = "<p>";
        }
        return text.append(" */\n").toString();
    }

    /** The nodes that a layer is made of, as comments to the end of the line. */
    static List<String> lines(List<Origin> origins, String indent) {
        StringBuilder text = new StringBuilder();
        for (Origin origin : origins) {
            String name = ascii(origin.operator() + " \"" + origin.node() + "\"");
            text.append(text.length() == 0 ? "" : ", ")
                    .append(name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "...");
        }
        return text.length() == 0 ? List.of() : lines(text.toString(), indent + "// ");
    }

    private static List<String> lines(String text, String begin) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(begin);
        for (String word : text.trim().split(" +")) {
            boolean isFirst = line.length() == begin.length();
            if (!isFirst && line.length() + 1 + word.length() > COLUMNS) {
                lines.add(line.toString());
                line = new StringBuilder(begin);
                isFirst = true;
            }
            line.append(isFirst ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
