package dev.longhand.table;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The row that a {@link CsvRows} is at. */
final class CsvRow implements Row {

    private final CsvRows rows;
    private final String file;
    private final CsvFormat format;

    /** The columns that the recipe reads as numbers. */
    private final Set<String> numeric = new HashSet<>();

    private final Map<String, Integer> columns = new HashMap<>();

    /** The categories and classes of the training data as written in its file, by column. */
    private final Map<String, Set<String>> categories = new HashMap<>();

    /**
     * A row that changes as rows are read.
     *
     * @param file the name in messages
     */
    CsvRow(CsvRows rows, String file, CsvFormat format, Recipe recipe) {
        this.rows = rows;
        this.file = file;
        this.format = format;
        for (String name : rows.names()) {
            columns.put(name, columns.size());
        }
        for (Feature feature : recipe.features()) {
            if (feature instanceof NumberFeature) {
                numeric.add(feature.column());
            } else if (feature instanceof CategoryFeature category) {
                categories.put(feature.column(), Set.copyOf(category.categories()));
            }
        }
        if (recipe.targetPlan() instanceof Target.Numbers) {
            numeric.add(recipe.target());
        } else if (recipe.targetPlan() instanceof Target.Classes target) {
            categories.put(recipe.target(), Set.copyOf(target.classes()));
        }
    }

    @Override
    public @Nullable Cell cell(String column) {
        Integer index = columns.get(column);
        if (index == null) {
            return null;
        }
        String field = rows.field(index);
        if (format.isMissing(field)) {
            return Cell.MISSING;
        }
        char mark = format.decimalMark();
        boolean isNumber = NumberText.isNumber(field, mark);
        if (numeric.contains(column)) {
            double value = isNumber ? NumberText.parse(field, mark) : Double.NaN;
            return Double.isFinite(value) ? Cell.of(value) : Cell.of(field);
        }
        boolean isKnown = categories.getOrDefault(column, Set.of()).contains(field);
        return Cell.of(isNumber && !isKnown ? field.replace(mark, '.') : field);
    }

    @Override
    public Collection<String> names() {
        return rows.names();
    }

    @Override
    public String place() {
        return file + ": line " + rows.line() + ", ";
    }
}
