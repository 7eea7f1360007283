package dev.longhand.table;

import java.util.List;

/** A column of a table: numbers or categories, some of which may be missing. Immutable. */
public abstract sealed class Column permits NumericColumn, NominalColumn {

    private final String name;

    Column(String name) {
        this.name = name;
    }

    /** The name. */
    public final String name() {
        return name;
    }

    /** The number of rows. */
    public abstract int size();

    /** Whether the value of a row, counted from 0, is missing. */
    public abstract boolean isMissing(int row);

    /** The number of missing values. */
    public final int missing() {
        int missing = 0;
        for (int row = 0; row < size(); row++) {
            missing += isMissing(row) ? 1 : 0;
        }
        return missing;
    }

    /**
     * The different values as texts, without missing ones: categories by {@link String#compareTo}, numbers in rising
     * order.
     */
    public abstract List<String> categories();

    /** The range or the categories, in words. */
    abstract String summary();

    /** The value of a row; {@link Cell#MISSING} if it's missing. */
    abstract Cell cell(int row);

    /** The same column with these rows. */
    abstract Column subset(int... rows);
}
