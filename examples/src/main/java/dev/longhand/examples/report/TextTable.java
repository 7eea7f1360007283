package dev.longhand.examples.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A table in plain text: columns as wide as their widest cell, separated by two spaces, aligned to the
 * right, or to the left if the name begins with {@code <}.
 */
public final class TextTable {

    private final List<String[]> rows = new ArrayList<>();
    private final boolean[] left;

    private TextTable(String[] names) {
        left = new boolean[names.length];
        String[] head = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            left[i] = names[i].startsWith("<");
            head[i] = left[i] ? names[i].substring(1) : names[i];
        }
        rows.add(head);
    }

    /** A table of these columns, without rows. */
    public static TextTable of(String... columns) {
        return new TextTable(columns);
    }

    /** Adds a row, which may have fewer cells than there are columns; whole numbers are printed in full. */
    public TextTable row(Object... cells) {
        if (cells.length > left.length) {
            throw new IllegalArgumentException(cells.length + " cells for " + left.length + " columns");
        }
        String[] row = new String[left.length];
        Arrays.fill(row, "");
        for (int i = 0; i < cells.length; i++) {
            row[i] = cells[i].toString();
        }
        rows.add(row);
        return this;
    }

    /** A number with {@code digits} digits after the point; one that rounds to 0 has no sign. */
    public static String number(double value, int digits) {
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        return text.matches("-0\\.?0*") ? text.substring(1) : text;
    }

    /** The lines, starting with the names of the columns. */
    public List<String> lines() {
        int[] widths = new int[left.length];
        for (String[] row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String space = " ".repeat(widths[i] - row[i].length());
                line.append(i == 0 ? "" : "  ").append(left[i] ? row[i] + space : space + row[i]);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
