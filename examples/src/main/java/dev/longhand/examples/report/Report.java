package dev.longhand.examples.report;

import java.io.PrintWriter;
import java.util.Locale;

/** The text that a command prints: sections with a title, lines and tables. */
public final class Report {

    private final PrintWriter out;
    private boolean begun;

    /** A report written to {@code out}, line by line. */
    public Report(PrintWriter out) {
        this.out = out;
    }

    /** Begins a section. */
    public void title(String title) {
        if (begun) {
            out.println();
        }
        begun = true;
        out.println(title);
        out.println("─".repeat(title.length()));
    }

    /** A line of text as it is. */
    public void text(String line) {
        begun = true;
        out.println(line);
        out.flush();
    }

    /** A line formatted by {@link String#format}, with a decimal point in every locale. */
    public void line(String format, Object... arguments) {
        text(String.format(Locale.ROOT, format, arguments));
    }

    /** An empty line. */
    public void gap() {
        out.println();
    }

    /** A table. */
    public void table(TextTable table) {
        table.lines().forEach(this::text);
    }

    /** Several lines of text; the last may lack its line end. */
    public void block(String lines) {
        lines.lines().forEach(this::text);
    }
}
