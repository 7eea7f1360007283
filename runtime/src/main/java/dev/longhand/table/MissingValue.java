package dev.longhand.table;

/**
 * Where a value is missing.
 *
 * @param row the row, from 0
 * @param line the line of the file, from 1
 * @param column the column's name
 */
public record MissingValue(int row, int line, String column) {

    /** In words: {@code line 7, column "age"}. */
    @Override
    public String toString() {
        return "line " + line + ", column " + Names.quoted(column);
    }
}
