package dev.longhand.table;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Values by column name, from a table, a map or an object. */
interface Row {

    /**
     * The value of a column; null if there's no such column.
     *
     * @throws IllegalArgumentException if it's neither a finite number nor a text
     */
    @Nullable
    Cell cell(String column);

    /** The names of all columns. */
    Collection<String> names();

    /** Where the row is, in front of a message: {@code line 7, } or nothing. */
    String place();
}
