package dev.longhand.table;

import java.util.List;

/** The column that a network learns to predict. */
sealed interface Target {

    /** Its name. */
    String column();

    /** The outputs that a network needs for it. */
    int outputs();

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
    }
}
