package dev.longhand.table;

/**
 * From the smallest to the largest number of the training data.
 *
 * @param max at least {@code min}
 */
record Range(double min, double max) {

    static Range of(double... values) {
        double min = values[0];
        double max = values[0];
        for (double value : values) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        return new Range(min, max);
    }

    double width() {
        return max - min;
    }

    /** Whether a number is farther from the range than {@code widths} times its width; nothing is far from a single number. */
    boolean isFar(double value, double widths) {
        return width() > 0 && (value < min - widths * width() || value > max + widths * width());
    }

    /** In words: {@code 0.42 to 80}. */
    @Override
    public String toString() {
        return NumberText.of(min) + " to " + NumberText.of(max);
    }
}
