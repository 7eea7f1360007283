package dev.longhand.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a target column is to become.
 *
 * @param positive the value that the output of a binary network is 1 for; null for the second of the two
 */
record TargetPlan(String column, Kind kind, @Nullable String positive) {

    private static final int MOST_CLASSES = 10_000;

    /** The kinds of targets. */
    enum Kind {
        CLASSES,
        BINARY,
        REGRESSION
    }

    /** The target of this training data. */
    Target fit(Table train, boolean isScaled) {
        Column found = train.column(column);
        requirePresent(train.select(column));
        if (kind == Kind.REGRESSION) {
            double[] values = numbers(train, column).present();
            Scale scale = Scale.fit(isScaled ? Scaling.Z_SCORE : Scaling.NONE, values);
            if (scale.scale() == 0) {
                throw new IllegalArgumentException("the target " + Names.quoted(column) + " is "
                        + NumberText.of(values[0]) + " in every row, so there is nothing to learn");
            }
            RecipeFit.requireFinite(
                    column, scale.shift(), scale.scale(), Range.of(values).width());
            return new Target.Numbers(column, scale, Range.of(values));
        }
        return new Target.Classes(column, classes(found), kind == Kind.BINARY);
    }

    private List<String> classes(Column found) {
        List<String> classes = new ArrayList<>(found.categories());
        String named = "the target " + Names.quoted(column) + " has ";
        if (classes.size() < 2) {
            throw new IllegalArgumentException(
                    named + "the single class " + Names.listed(classes) + ", so there is nothing to learn");
        }
        if (kind == Kind.BINARY && classes.size() > 2) {
            throw new IllegalArgumentException(named + classes.size() + " values, " + Names.listed(classes)
                    + ": use Recipe.forClasses(" + Names.quoted(column) + ")");
        }
        if (found instanceof NumericColumn && classes.size() > found.size() / 2 && classes.size() > 2
                || classes.size() > MOST_CLASSES) {
            throw new IllegalArgumentException(named + classes.size() + " different values in " + found.size()
                    + " rows, too many to be classes: for numbers use Recipe.forRegression(" + Names.quoted(column)
                    + ")");
        }
        if (positive != null) {
            if (!classes.remove(positive)) {
                throw new IllegalArgumentException(
                        named + "no value " + Names.quoted(positive) + ": it has " + Names.listed(classes));
            }
            classes.add(positive);
        }
        return classes;
    }

    /** A target column of numbers. */
    static NumericColumn numbers(Table table, String column) {
        if (table.column(column) instanceof NumericColumn numbers) {
            return numbers;
        }
        throw new IllegalArgumentException("the target " + Names.quoted(column) + " has the categories "
                + Names.listed(table.column(column).categories()) + ", not numbers: use Recipe.forClasses("
                + Names.quoted(column) + ")");
    }

    private static void requirePresent(Table target) {
        target.missingValues().findFirst().ifPresent(first -> {
            throw new IllegalArgumentException(target.name() + ": line " + first.line()
                    + ", there is no value of the target " + Names.quoted(first.column())
                    + ": leave such rows out, with table.withoutMissing(" + Names.quoted(first.column()) + ")");
        });
    }
}
