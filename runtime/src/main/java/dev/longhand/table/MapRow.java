package dev.longhand.table;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row in a map. */
record MapRow(Map<String, ?> values) implements Row {

    @Override
    public @Nullable Cell cell(String column) {
        Object value = values.get(column);
        return value == null && !values.containsKey(column) ? null : cell(column, value);
    }

    @Override
    public Collection<String> names() {
        return values.keySet();
    }

    @Override
    public String place() {
        return "";
    }

    /** A value of a program as a cell: null and empty texts are missing. */
    static Cell cell(String column, @Nullable Object value) {
        if (value == null) {
            return Cell.MISSING;
        }
        if (value instanceof Number number) {
            // The decimal number that a float is written as, so that it's that of a CSV file: 0.1f is 0.1.
            double d = value instanceof Float ? Double.parseDouble(value.toString()) : number.doubleValue();
            if (!Double.isFinite(d)) {
                throw new IllegalArgumentException("column " + Names.quoted(column) + " holds " + value
                        + ", which isn't a finite number: correct it, or use null if it's missing");
            }
            return Cell.of(d);
        }
        if (value instanceof CharSequence || value instanceof Character || value instanceof Boolean) {
            String text = value.toString().strip();
            return text.isEmpty() ? Cell.MISSING : Cell.of(text);
        }
        if (value instanceof Enum<?> constant) {
            return Cell.of(constant.name());
        }
        throw new IllegalArgumentException("column " + Names.quoted(column) + " holds a "
                + value.getClass().getName() + ", which is neither a number nor a text: convert it");
    }
}
