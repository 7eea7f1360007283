package dev.longhand.table;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** One row of a table. */
record TableRow(Table table, int row) implements Row {

    @Override
    public @Nullable Cell cell(String column) {
        return table.has(column) ? table.column(column).cell(row) : null;
    }

    @Override
    public Collection<String> names() {
        return table.names();
    }

    @Override
    public String place() {
        return table.name() + ": line " + table.line(row) + ", ";
    }
}
