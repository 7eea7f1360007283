package dev.longhand.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A column of categories. One-hot, it's an input for each category: 1 for the value's, 0 for the others. Ordinal, it's
 * a single input: the category's position in their order, from 0 for the first to 1 for the last.
 */
final class CategoryFeature extends Feature {

    private final boolean isOrdinal;
    private final List<String> categories;
    private final String fill;
    private final Map<String, Integer> positions = new HashMap<>();

    /**
     * A feature.
     *
     * @param categories different ones, at least one
     * @param fill the one of them that replaces a missing value
     */
    CategoryFeature(String column, boolean isOrdinal, List<String> categories, MissingRule missing, String fill) {
        super(column, missing);
        this.isOrdinal = isOrdinal;
        this.categories = List.copyOf(categories);
        this.fill = fill;
        for (String category : categories) {
            positions.put(category, positions.size());
        }
    }

    boolean isOrdinal() {
        return isOrdinal;
    }

    List<String> categories() {
        return categories;
    }

    String fill() {
        return fill;
    }

    @Override
    int values() {
        return isOrdinal ? 1 : categories.size();
    }

    @Override
    List<String> valueNames() {
        return isOrdinal
                ? List.of(column())
                : categories.stream().map(category -> column() + "=" + category).toList();
    }

    @Override
    String description() {
        String filled = missing() == MissingRule.REFUSE ? "" : ", missing: " + Names.quoted(fill);
        return (isOrdinal ? "ordinal, " : "one-hot, ") + Names.listed(categories) + filled;
    }

    @Override
    void encode(Cell cell, Encoding to) {
        Integer position = positions.get(cell.text());
        if (position == null && NumberText.isNumber(cell.text(), '.')) {
            position = positions.get(NumberText.of(NumberText.parse(cell.text(), '.')));
        }
        if (position != null) {
            set(position, to);
            return;
        }
        to.anomaly(
                Anomaly.UNSEEN_CATEGORY,
                "column " + Names.quoted(column()) + " holds " + Names.quoted(cell.text())
                        + ", which isn't among its categories: " + Names.listed(categories));
        if (isOrdinal) {
            fill(to);
        }
    }

    private void set(int position, Encoding to) {
        if (isOrdinal) {
            to.set(0, categories.size() == 1 ? 0 : (float) position / (categories.size() - 1));
        } else {
            to.set(position, 1);
        }
    }

    @Override
    void fill(Encoding to) {
        Integer position = positions.get(fill);
        set(position == null ? 0 : position, to);
    }
}
