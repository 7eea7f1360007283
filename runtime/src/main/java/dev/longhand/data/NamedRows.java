package dev.longhand.data;

import java.util.List;

/**
 * Rows whose numbers have names.
 *
 * @param all the rows
 * @param names of the numbers of a row, as messages say them
 */
record NamedRows(Rows all, List<String> names) implements Rows {

    NamedRows {
        names = List.copyOf(names);
        if (names.size() != all.width()) {
            throw new IllegalArgumentException(names.size() + " names were given for inputs of " + all.width()
                    + " numbers: each number needs one");
        }
    }

    @Override
    public int count() {
        return all.count();
    }

    @Override
    public int width() {
        return all.width();
    }

    @Override
    public String name(int column) {
        return names.get(column);
    }

    @Override
    public void copy(int row, float[] target, int offset) {
        all.copy(row, target, offset);
    }

    /** New rows with the names of the old ones, if these have names and the same length. */
    static Rows named(Rows rows, Rows old) {
        Rows origin = old instanceof ChosenRows chosen ? chosen.all() : old;
        return origin instanceof NamedRows named && named.width() == rows.width()
                ? new NamedRows(rows, named.names)
                : rows;
    }
}
