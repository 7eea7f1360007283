package dev.longhand.table;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A column of categories, some of which may be missing. */
public final class NominalColumn extends Column {

    /** [rows], null where the category is missing; rows of one category share a string. */
    private final @Nullable String[] values;

    NominalColumn(String name, @Nullable String[] values) {
        super(name);
        this.values = values;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isMissing(int row) {
        return values[row] == null;
    }

    /** The category of a row, counted from 0; null if it's missing. */
    public @Nullable String value(int row) {
        return values[row];
    }

    @Override
    public List<String> categories() {
        TreeSet<String> categories = new TreeSet<>();
        for (String value : values) {
            if (value != null) {
                categories.add(value);
            }
        }
        return new ArrayList<>(categories);
    }

    @Override
    String summary() {
        List<String> categories = categories();
        return categories.isEmpty()
                ? "no values"
                : categories.size()
                        + (categories.size() == 1 ? " category, " : " categories, ")
                        + Names.listed(categories);
    }

    @Override
    Cell cell(int row) {
        String value = values[row];
        return value == null ? Cell.MISSING : Cell.of(value);
    }

    @Override
    NominalColumn subset(int... rows) {
        @Nullable String[] chosen = new String[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = values[rows[i]];
        }
        return new NominalColumn(name(), chosen);
    }
}
