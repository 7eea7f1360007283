package dev.longhand.table;

import dev.longhand.io.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fits a recipe on the training part of a table. */
final class RecipeFit {

    private static final int MOST_CATEGORIES = 1_000;

    /** A column of different categories in so many rows is no name by chance. */
    private static final int ROWS_OF_NAMES = 20;

    private final RecipeBuilder settings;
    private final Table train;

    RecipeFit(RecipeBuilder settings, Table train) {
        this.settings = settings;
        this.train = train;
    }

    Recipe fit() {
        String target = settings.target().column();
        for (String column : settings.named()) {
            if (train.column(column).name().equals(target)) {
                throw new IllegalArgumentException(
                        "column " + Names.quoted(column) + " is the target: settings of inputs don't apply to it");
            }
        }
        Target fitted = settings.target().fit(train, settings.scalesTarget());
        List<Feature> features = new ArrayList<>();
        for (Column column : train.columns()) {
            if (!column.name().equals(target) && !settings.left().contains(column.name())) {
                features.add(feature(column));
            }
        }
        if (features.isEmpty()) {
            throw new IllegalArgumentException(
                    train.name() + " has no column but the target " + Names.quoted(target) + " to learn from");
        }
        Recipe recipe = new Recipe(fitted, features, EnumSet.noneOf(Anomaly.class), Recipe.FAR_LIMIT);
        requireSavable(recipe);
        return recipe;
    }

    /** Refuses now what couldn't be saved after the training, with the longest settings that may follow. */
    private void requireSavable(Recipe recipe) {
        try {
            Weights.requireMetadata(
                    recipe.pass(Anomaly.values()).farLimit(Double.MIN_VALUE).metadata());
        } catch (IllegalArgumentException e) {
            String longest = "";
            long most = 0;
            for (Column column : train.columns()) {
                long length = column instanceof NominalColumn
                        ? column.categories().stream().mapToLong(String::length).sum()
                        : 0;
                longest = length > most ? column.name() : longest;
                most = Math.max(most, length);
            }
            throw new IllegalArgumentException(
                    "this recipe couldn't be saved with a network: " + e.getMessage() + "; the categories of column "
                            + Names.quoted(longest) + " alone have " + most
                            + " characters: shorten them, or leave the column out",
                    e);
        }
    }

    private Feature feature(Column column) {
        String name = column.name();
        int missing = column.missing();
        if (missing == column.size()) {
            throw new IllegalArgumentException("column " + Names.quoted(name)
                    + " has no value in the training data: leave it out, with without(" + Names.quoted(name) + ")");
        }
        MissingRule rule = settings.missing(name, missing > 0);
        if (missing > 0 && rule == MissingRule.REFUSE) {
            String first =
                    train.select(name).missingValues().findFirst().orElseThrow().toString();
            throw new IllegalArgumentException(
                    train.name() + ": " + missing + " of " + column.size() + " values of column "
                            + Names.quoted(name) + " are missing, the first in " + first
                            + ": fill them, with fill() or indicateMissing(), or leave the rows out, with"
                            + " table.withoutMissing(" + Names.quoted(name) + ")");
        }
        List<String> order = settings.categorical().get(name);
        return column instanceof NumericColumn numbers && order == null
                ? number(numbers, rule)
                : category(column, order == null ? List.of() : order, rule);
    }

    private NumberFeature number(NumericColumn column, MissingRule rule) {
        double[] values = column.present();
        Range range = Range.of(values);
        Scale scale = Scale.fit(settings.scaling(column.name()), values);
        Object given = settings.values().get(column.name());
        if (given instanceof String text) {
            throw new IllegalArgumentException("column " + Names.quoted(column.name())
                    + " has numbers and can't be filled with the category " + Names.quoted(text));
        }
        double fill = given instanceof Double number
                ? number
                : switch (settings.fills().getOrDefault(column.name(), Fill.MEAN)) {
                    case MEAN -> Scale.mean(values);
                    case MEDIAN -> median(values);
                    case MOST_FREQUENT -> Double.parseDouble(mostFrequent(column));
                };
        requireFinite(column.name(), range.width(), scale.shift(), scale.scale(), fill);
        return new NumberFeature(column.name(), scale, range, rule, fill);
    }

    /** Checks what was computed from a column whose numbers are finite. */
    static void requireFinite(String column, double... computed) {
        for (double value : computed) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("the numbers of column " + Names.quoted(column)
                        + " are so large that their mean or range isn't finite: divide them by a constant");
            }
        }
    }

    private static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
    }

    private static String mostFrequent(Column column) {
        Map<String, Integer> counts = new HashMap<>();
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                counts.merge(column.cell(row).text(), 1, Integer::sum);
            }
        }
        String best = "";
        int most = 0;
        for (String category : column.categories()) {
            int count = counts.getOrDefault(category, 0);
            if (count > most) {
                best = category;
                most = count;
            }
        }
        return best;
    }

    private CategoryFeature category(Column column, List<String> order, MissingRule rule) {
        String name = column.name();
        if (settings.scaled().contains(name)) {
            throw new IllegalArgumentException(
                    "column " + Names.quoted(name) + " has the categories " + Names.listed(column.categories())
                            + ", which can't be scaled: leave zScore, minMax or unscaled out");
        }
        List<String> categories = new ArrayList<>(order.isEmpty() ? column.categories() : order);
        for (String seen : order.isEmpty() ? List.<String>of() : column.categories()) {
            if (!order.contains(seen)) {
                throw new IllegalArgumentException("column " + Names.quoted(name) + " holds " + Names.quoted(seen)
                        + ", which isn't in the order given: " + Names.listed(order));
            }
        }
        requireCategories(column, categories);
        Fill fill = settings.fills().getOrDefault(name, Fill.MOST_FREQUENT);
        if (fill != Fill.MOST_FREQUENT) {
            throw new IllegalArgumentException("column " + Names.quoted(name)
                    + " has categories, which have no " + fill.name().toLowerCase(Locale.ROOT)
                    + ": use Fill.MOST_FREQUENT or fillWith");
        }
        String value = mostFrequent(column);
        Object given = settings.values().get(name);
        if (given != null) {
            value = given instanceof Double number ? NumberText.of(number) : given.toString();
            if (!categories.contains(value)) {
                if (!order.isEmpty()) {
                    throw new IllegalArgumentException("column " + Names.quoted(name) + " can't be filled with "
                            + Names.quoted(value) + ", which isn't in the order given: " + Names.listed(order));
                }
                categories.add(value);
            }
        }
        return new CategoryFeature(name, !order.isEmpty(), categories, rule, value);
    }

    private static void requireCategories(Column column, List<String> categories) {
        int present = column.size() - column.missing();
        boolean isName = categories.size() == present && present >= ROWS_OF_NAMES;
        if (isName || categories.size() > MOST_CATEGORIES) {
            throw new IllegalArgumentException("column " + Names.quoted(column.name()) + " has "
                    + categories.size() + " different categories in " + present
                    + " rows, from which nothing can be learnt: leave it out, with without("
                    + Names.quoted(column.name()) + ")");
        }
    }
}
