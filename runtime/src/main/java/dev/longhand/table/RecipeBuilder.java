package dev.longhand.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The settings of a {@link Recipe} that isn't fitted yet. By default all columns but the target are used, numbers with
 * their z-score, categories one-hot, and missing values are refused. Immutable: each method returns a builder with one
 * setting changed. The columns that are named must be in the table that the recipe is fitted on.
 */
public final class RecipeBuilder {

    private final TargetPlan target;
    private Set<String> left = Set.of();
    private Map<String, Scaling> scalings = Map.of();
    private Scaling scaling = Scaling.Z_SCORE;
    private Map<String, List<String>> categorical = Map.of();
    private Map<String, Fill> fills = Map.of();
    private Map<String, Object> values = Map.of();
    private Set<String> indicated = Set.of();
    private boolean fillsAll;
    private boolean indicatesAll;
    private boolean scalesTarget = true;

    RecipeBuilder(TargetPlan target) {
        this.target = target;
    }

    private RecipeBuilder with(Consumer<RecipeBuilder> change) {
        RecipeBuilder changed = new RecipeBuilder(target);
        changed.left = left;
        changed.scalings = scalings;
        changed.scaling = scaling;
        changed.categorical = categorical;
        changed.fills = fills;
        changed.values = values;
        changed.indicated = indicated;
        changed.fillsAll = fillsAll;
        changed.indicatesAll = indicatesAll;
        changed.scalesTarget = scalesTarget;
        change.accept(changed);
        return changed;
    }

    /** Leaves these columns out, such as names and numbers of rows. */
    public RecipeBuilder without(String... columns) {
        return with(changed -> changed.left = with(left, columns));
    }

    /**
     * Scales columns of numbers to mean 0 and standard deviation 1, the default: (x − mean)/deviation, with the mean and the
     * standard deviation √(Σ(x − mean)²/n) of the training data. A constant column becomes 0.
     *
     * @param columns if none is named, all that nothing else is said of
     */
    public RecipeBuilder zScore(String... columns) {
        return scaled(Scaling.Z_SCORE, columns);
    }

    /**
     * Scales columns of numbers to 0–1: (x − min)/(max − min), with the minimum and the maximum of the training data. Other
     * data may lie outside 0–1. A constant column becomes 0.
     *
     * @param columns if none is named, all that nothing else is said of
     */
    public RecipeBuilder minMax(String... columns) {
        return scaled(Scaling.MIN_MAX, columns);
    }

    /**
     * Leaves columns of numbers as they are.
     *
     * @param columns if none is named, all that nothing else is said of
     */
    public RecipeBuilder unscaled(String... columns) {
        return scaled(Scaling.NONE, columns);
    }

    private RecipeBuilder scaled(Scaling scaling, String... columns) {
        if (columns.length == 0) {
            return with(changed -> changed.scaling = scaling);
        }
        return with(changed -> {
            changed.scalings = with(scalings, scaling, columns);
            changed.categorical = without(categorical, columns);
        });
    }

    /**
     * An input for each value of these columns, 1 for the row's and 0 for the others: the default of categories, and for
     * numbers that are only names.
     */
    public RecipeBuilder oneHot(String... columns) {
        return with(changed -> {
            changed.categorical = with(categorical, List.of(), columns);
            changed.scalings = without(scalings, columns);
        });
    }

    /**
     * A single input for a column whose categories have an order: 0 for the first, 1 for the last, the others between them
     * at equal distances.
     *
     * @param categories all of them, at least 2, in their order
     */
    public RecipeBuilder ordinal(String column, String... categories) {
        if (categories.length < 2 || Set.copyOf(List.of(categories)).size() < categories.length) {
            throw new IllegalArgumentException("the categories of " + Names.quoted(column) + ", "
                    + Names.listed(List.of(categories)) + ", must be at least 2 different ones, in their order");
        }
        return with(changed -> {
            changed.categorical = with(categorical, List.of(categories), column);
            changed.scalings = without(scalings, column);
        });
    }

    /** Fills missing values of all columns: numbers with their mean, categories with the most frequent one. */
    public RecipeBuilder fill() {
        return with(changed -> changed.fillsAll = true);
    }

    /** Fills missing values of these columns. */
    public RecipeBuilder fill(Fill fill, String... columns) {
        return with(changed -> {
            changed.fills = with(fills, fill, columns);
            changed.values = without(values, columns);
        });
    }

    /** Fills missing values of a column with this number, before it's scaled. */
    public RecipeBuilder fillWith(String column, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "column " + Names.quoted(column) + " can't be filled with " + value + ": use a finite number");
        }
        return filledWith(column, value);
    }

    /** Fills missing values of a column with this category, which may be a new one. */
    public RecipeBuilder fillWith(String column, String category) {
        return filledWith(column, category);
    }

    private RecipeBuilder filledWith(String column, Object value) {
        return with(changed -> {
            changed.values = with(values, value, column);
            changed.fills = without(fills, column);
        });
    }

    /**
     * Fills missing values of these columns, and adds an input that is 1 where a value is missing and 0 elsewhere.
     *
     * @param columns if none is named, all that miss values in the training data
     */
    public RecipeBuilder indicateMissing(String... columns) {
        return with(changed -> {
            changed.indicatesAll |= columns.length == 0;
            changed.indicated = with(indicated, columns);
        });
    }

    /** Leaves the numbers of a regression's target as they are. */
    public RecipeBuilder unscaledTarget() {
        return with(changed -> changed.scalesTarget = false);
    }

    /**
     * The recipe of a table, which must be the training part alone, so that nothing of the rest gets into it.
     *
     * @throws IllegalArgumentException if a column that is named isn't there or of the wrong kind, misses values that aren't
     *     filled, has no values at all, or has a different category in almost every row
     */
    public Recipe fit(Table train) {
        return new RecipeFit(this, train).fit();
    }

    private static <V> Map<String, V> with(Map<String, V> map, V value, String... columns) {
        Map<String, V> more = new LinkedHashMap<>(map);
        for (String column : columns) {
            more.put(column, value);
        }
        return more;
    }

    private static <V> Map<String, V> without(Map<String, V> map, String... columns) {
        Map<String, V> fewer = new LinkedHashMap<>(map);
        List.of(columns).forEach(fewer::remove);
        return fewer;
    }

    private static Set<String> with(Set<String> set, String... columns) {
        Set<String> more = new LinkedHashSet<>(set);
        more.addAll(List.of(columns));
        return more;
    }

    TargetPlan target() {
        return target;
    }

    boolean scalesTarget() {
        return scalesTarget;
    }

    Set<String> left() {
        return left;
    }

    /** How the numbers of a column are scaled. */
    Scaling scaling(String column) {
        return scalings.getOrDefault(column, scaling);
    }

    /** The columns that are said to be numbers. */
    Set<String> scaled() {
        return scalings.keySet();
    }

    /** The columns that are said to be categories: for ordinal ones their order, else an empty list. */
    Map<String, List<String>> categorical() {
        return categorical;
    }

    Map<String, Fill> fills() {
        return fills;
    }

    Map<String, Object> values() {
        return values;
    }

    /** What is done about missing values of a column. */
    MissingRule missing(String column, boolean missesSome) {
        if (indicated.contains(column) || indicatesAll && missesSome) {
            return MissingRule.INDICATE;
        }
        boolean isFilled = fillsAll || fills.containsKey(column) || values.containsKey(column);
        return isFilled ? MissingRule.FILL : MissingRule.REFUSE;
    }

    /** All columns that are named. */
    List<String> named() {
        List<String> named = new ArrayList<>(left);
        named.addAll(scalings.keySet());
        named.addAll(categorical.keySet());
        named.addAll(fills.keySet());
        named.addAll(values.keySet());
        named.addAll(indicated);
        return named;
    }
}
