package dev.longhand.table;

import org.jspecify.annotations.Nullable;

/**
 * One value of a row. At most one of the two is there.
 *
 * @param number the number; NaN if it's a category or missing
 * @param category the category; null if it's a number or missing
 */
record Cell(double number, @Nullable String category) {

    /** A value that is missing in a column that is there. */
    static final Cell MISSING = new Cell(Double.NaN, null);

    static Cell of(double number) {
        return new Cell(number, null);
    }

    static Cell of(String category) {
        return new Cell(Double.NaN, category);
    }

    boolean isMissing() {
        return category == null && Double.isNaN(number);
    }

    boolean isNumber() {
        return !Double.isNaN(number);
    }

    /** The value as a category: a number as it's usually written, 3 and not 3.0. */
    String text() {
        return category != null ? category : NumberText.of(number);
    }
}
