package dev.longhand.report.html;

import dev.longhand.text.Printable;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * HTML, written tag by tag: each tag is closed where it must be and each text is escaped, so that the page is well-formed
 * XML too.
 */
public final class Html {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn
     */
    public Html open(String tag, String... attributes) {
        start(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    /** Closes the element that was opened last. */
    public Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Closes the element that was opened last, and begins a line. */
    public Html end() {
        close();
        out.append('\n');
        return this;
    }

    /** An element without content. */
    public Html empty(String tag, String... attributes) {
        start(tag, attributes);
        out.append("/>");
        return this;
    }

    /** An element with a text. */
    public Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** An element with a text, and the end of a line. */
    public Html line(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).end();
    }

    /** A text. */
    public Html text(String text) {
        out.append(escape(text));
        return this;
    }

    /** Markup as it is. */
    public Html markup(String markup) {
        out.append(markup);
        return this;
    }

    private void start(String tag, String[] attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escape(attributes[i + 1]))
                    .append('"');
        }
    }

    /** A text in which nothing is markup; what a page can't hold, such as control characters, is replaced. */
    public static String escape(String text) {
        String printable = Printable.lines(text);
        StringBuilder escaped = new StringBuilder(printable.length() + 16);
        printable.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isInXml(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    /** Whether XML may hold a character that isn't a control character. */
    private static boolean isInXml(int c) {
        return (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
    }

    /**
     * What was written.
     *
     * @throws IllegalStateException if an element is open
     */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("open elements: " + open);
        }
        return out.toString();
    }
}
