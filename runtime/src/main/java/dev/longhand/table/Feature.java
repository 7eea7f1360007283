package dev.longhand.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of a recipe, and how its values become inputs of a network. */
abstract sealed class Feature permits NumberFeature, CategoryFeature {

    private final String column;
    private final MissingRule missing;

    Feature(String column, MissingRule missing) {
        this.column = column;
        this.missing = missing;
    }

    final String column() {
        return column;
    }

    final MissingRule missing() {
        return missing;
    }

    /** The number of inputs, without that which says that the value is missing. */
    abstract int values();

    /** A name for each input, without that which says that the value is missing. */
    abstract List<String> valueNames();

    /** How it's encoded and what the training data has, in one line. */
    abstract String description();

    /** Writes the inputs of a value that is there. */
    abstract void encode(Cell cell, Encoding to);

    /** Writes the inputs of a missing value. */
    abstract void fill(Encoding to);

    /** The number of inputs. */
    final int width() {
        return values() + (missing == MissingRule.INDICATE ? 1 : 0);
    }

    /** Writes the inputs of a row. */
    final void encode(@Nullable Cell cell, Row row, Encoding to) {
        String named = "column " + Names.quoted(column);
        if (cell != null && !cell.isMissing()) {
            encode(cell, to);
            return;
        }
        if (cell == null) {
            to.anomaly(Anomaly.MISSING_COLUMN, "there is no " + named + Names.instead(column, row.names()));
        } else if (missing == MissingRule.REFUSE) {
            to.anomaly(Anomaly.MISSING_VALUE, named + " has no value");
        }
        fill(to);
        if (missing == MissingRule.INDICATE) {
            to.set(values(), 1);
        }
    }
}
