package dev.longhand.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The column that a network learns to predict. */
sealed interface Target {

    /** Its name. */
    String column();

    /** The outputs that a network needs for it. */
    int outputs();

    /**
     * The value of a row's target column.
     *
     * @throws IllegalArgumentException if there's none
     */
    default Cell present(@Nullable Cell cell, Row row) {
        if (cell == null) {
            throw new IllegalArgumentException(row.place() + "there is no target column " + Names.quoted(column())
                    + Names.instead(column(), row.names()));
        }
        if (cell.isMissing()) {
            throw new IllegalArgumentException(row.place() + "there is no value of the target " + Names.quoted(column())
                    + ": leave such rows out, with table.withoutMissing(" + Names.quoted(column()) + ")");
        }
        return cell;
    }

    /**
     * One of several classes.
     *
     * @param classes their names, at least two different ones; label i is class i
     * @param isBinary whether a single output is 1 for the second of two classes, and 0 for the first
     */
    record Classes(String column, List<String> classes, boolean isBinary) implements Target {

        public Classes {
            classes = List.copyOf(classes);
        }

        /** The labels by class. */
        Map<String, Integer> labels() {
            Map<String, Integer> labels = new HashMap<>();
            for (String name : classes) {
                labels.put(name, labels.size());
            }
            return labels;
        }

        /**
         * The label of a row.
         *
         * @param labels what {@link #labels} gives
         * @throws IllegalArgumentException if it has none, or a class that the training data doesn't have
         */
        int label(Row row, Map<String, Integer> labels) {
            String text = present(row.cell(column), row).text();
            Integer label = labels.get(text);
            if (label == null && NumberText.isNumber(text, '.')) {
                label = labels.get(NumberText.of(NumberText.parse(text, '.')));
            }
            if (label == null) {
                throw new IllegalArgumentException(row.place() + "there is the class " + Names.quoted(text)
                        + ", which the training data doesn't have: " + Names.listed(classes));
            }
            return label;
        }

        @Override
        public int outputs() {
            return isBinary ? 1 : classes.size();
        }
    }

    /**
     * A number.
     *
     * @param range that of the training data
     */
    record Numbers(String column, Scale scale, Range range) implements Target {

        @Override
        public int outputs() {
            return 1;
        }

        /**
         * The scaled number of a row.
         *
         * @throws IllegalArgumentException if it has none
         */
        float target(Row row) {
            Cell cell = present(row.cell(column), row);
            double value = cell.isNumber() ? cell.number() : Double.NaN;
            float scaled = (float) scale.apply(value);
            if (!Float.isFinite(scaled)) {
                throw new IllegalArgumentException(row.place() + "the target " + Names.quoted(column) + " is "
                        + Names.quoted(cell.text()) + ", which isn't a number that a network can give: correct it");
            }
            return scaled;
        }
    }
}
