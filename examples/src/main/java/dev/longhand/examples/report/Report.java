package dev.longhand.examples.report;

import java.io.PrintWriter;
import java.util.Locale;

/** The text that a command prints: sections with a title, lines and tables. */
public final class Report {

    private final PrintWriter out;
    private boolean begun;

    /** A report that goes there, line by line. */
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

    /** A line by {@link String#format}, with a point in numbers wherever the program runs. */
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

    /** Lines that come from elsewhere, with or without a line end at last. */
    public void block(String lines) {
        lines.lines().forEach(this::text);
    }
}
