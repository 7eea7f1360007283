package dev.longhand.training;

import java.util.List;
import java.util.Locale;

/**
 * How far a model's backward pass is from central differences, array by array.
 *
 * @param rows one for each parameter array, in the order of the layers
 */
public record GradientCheck(List<Row> rows) {

    public GradientCheck {
        rows = List.copyOf(rows);
    }

    /**
     * The comparison of one array.
     *
     * @param name layer and array, as {@code hidden.weight}
     * @param size the number of its parameters
     * @param largest the largest absolute value of its numerical gradient
     * @param difference the largest absolute difference between numerical gradient and backward pass
     */
    public record Row(String name, int size, float largest, float difference) {}

    /** The largest difference of all. */
    public float largestDifference() {
        return (float) rows.stream().mapToDouble(Row::difference).max().orElse(0);
    }

    /** A table with one row for each array. */
    @Override
    public String toString() {
        int width = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        String head = "%-" + Math.max(10, width) + "s";
        StringBuilder text = new StringBuilder(String.format(head, "parameters"))
                .append("    number  largest gradient  largest difference\n");
        for (Row row : rows) {
            text.append(String.format(Locale.ROOT, head, row.name()));
            text.append(
                    String.format(Locale.ROOT, "  %8d  %16.3g  %18.3g\n", row.size(), row.largest(), row.difference()));
        }
        return text.toString();
    }
}
