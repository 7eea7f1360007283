package dev.longhand.report.source;

import dev.longhand.model.LayerInfo;
import dev.longhand.model.ModelInfo;
import dev.longhand.report.html.Html;
import dev.longhand.report.html.Numbers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of Java with colours, numbers of lines, and anchors at the methods that compute layers. */
public final class SourceListing {

    /** The most characters that are shown: more would make the page slow. */
    private static final int MOST_CHARACTERS = 200_000;

    private static final Pattern METHOD =
            Pattern.compile("^ +(?:(?:public|protected|private|static|final) +)+\\w+ +((?:forward|backward)[^ (]*)\\(");

    private final String shown;
    private final int lines;
    private final Map<Integer, String> anchors;

    private SourceListing(String shown, int lines, Map<Integer, String> anchors) {
        this.shown = shown;
        this.lines = lines;
        this.anchors = anchors;
    }

    /** The listing of any source. */
    public static SourceListing of(String text) {
        String unix = text.replace("\r\n", "\n").replace('\r', '\n').stripTrailing();
        int lines = (int) unix.lines().count();
        String shown = unix;
        if (unix.length() > MOST_CHARACTERS) {
            shown = unix.substring(0, unix.lastIndexOf('\n', MOST_CHARACTERS) + 1)
                    .stripTrailing();
            shown = shown.isEmpty() ? unix.substring(0, MOST_CHARACTERS) : shown;
        }
        return new SourceListing(shown, lines, Map.of());
    }

    /** The listing of a generated class, with anchors such as {@code forward-hidden} and {@code backward-hidden}. */
    public static SourceListing of(String text, ModelInfo model) {
        SourceListing plain = of(text);
        Map<String, String> byMethod = new LinkedHashMap<>();
        for (LayerInfo layer : model.layers()) {
            String end =
                    Character.toUpperCase(layer.name().charAt(0)) + layer.name().substring(1);
            byMethod.put("forward" + end, "forward-" + layer.name());
            byMethod.put("backward" + end, "backward-" + layer.name());
        }
        Map<Integer, String> anchors = new LinkedHashMap<>();
        List<String> lines = plain.shown.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher method = METHOD.matcher(lines.get(i));
            if (method.find()) {
                String anchor = byMethod.remove(method.group(1));
                if (anchor != null) {
                    anchors.put(i, anchor);
                }
            }
        }
        return new SourceListing(plain.shown, plain.lines, anchors);
    }

    /** The anchors in it. */
    public Set<String> anchors() {
        return Set.copyOf(anchors.values());
    }

    /** The number of its lines. */
    public int lines() {
        return lines;
    }

    /**
     * Writes the listing.
     *
     * @param label its name for screen readers
     */
    public void write(Html html, String label) {
        html.open("pre", "class", "source", "tabindex", "0", "role", "region", "aria-label", label);
        html.open("code");
        int line = 0;
        openLine(html, line);
        JavaTokens tokens = new JavaTokens(shown);
        while (tokens.next()) {
            String[] parts = tokens.token().split("\n", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    html.close().markup("\n");
                    openLine(html, ++line);
                }
                if (tokens.kind() == JavaTokens.Kind.OTHER || parts[i].isBlank()) {
                    html.text(parts[i]);
                } else {
                    html.element("span", parts[i], "class", tokens.kind().style());
                }
            }
        }
        html.close().close().end();
        int left = lines - line - 1;
        if (left > 0) {
            html.line("p", "The listing ends here; " + Numbers.count(left) + " more lines are in the file.");
        }
    }

    private void openLine(Html html, int line) {
        String anchor = anchors.get(line);
        if (anchor == null) {
            html.open("span");
        } else {
            html.open("span", "id", anchor);
        }
    }
}
