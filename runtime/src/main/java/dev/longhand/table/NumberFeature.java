package dev.longhand.table;

import java.util.List;

/** A column of numbers, which is one input. */
final class NumberFeature extends Feature {

    private final Scale scale;
    private final Range range;
    private final double fill;

    /**
     * A feature.
     *
     * @param range that of the training data
     * @param fill what replaces a missing value, before it's scaled
     */
    NumberFeature(String column, Scale scale, Range range, MissingRule missing, double fill) {
        super(column, missing);
        this.scale = scale;
        this.range = range;
        this.fill = fill;
    }

    Scale scale() {
        return scale;
    }

    Range range() {
        return range;
    }

    double fill() {
        return fill;
    }

    @Override
    int values() {
        return 1;
    }

    @Override
    List<String> valueNames() {
        return List.of(column());
    }

    @Override
    String description() {
        String scaled = switch (scale.scaling()) {
            case NONE -> "as it is";
            case MIN_MAX -> "scaled to 0–1";
            case Z_SCORE -> "z-score";
        };
        String filled = missing() == MissingRule.REFUSE ? "" : ", missing: " + NumberText.rounded(fill);
        return scaled + ", " + range + filled;
    }

    @Override
    void encode(Cell cell, Encoding to) {
        double value = value(cell, to);
        if (range.isFar(value, to.farLimit())) {
            to.anomaly(
                    Anomaly.FAR_OUTSIDE_RANGE,
                    "column " + Names.quoted(column()) + " holds " + NumberText.of(value) + ", far outside the " + range
                            + " of the training data");
        }
        to.set(0, scaled(value, to));
    }

    private double value(Cell cell, Encoding to) {
        if (cell.isNumber()) {
            return cell.number();
        }
        String text = cell.text();
        double value = NumberText.isNumber(text, '.') ? NumberText.parse(text, '.') : Double.NaN;
        if (!Double.isFinite(value)) {
            throw to.refused("column " + Names.quoted(column()) + " holds " + Names.quoted(text)
                    + ", but it's a column of numbers: correct it");
        }
        return value;
    }

    private float scaled(double value, Encoding to) {
        float scaled = (float) scale.apply(value);
        if (!Float.isFinite(scaled)) {
            throw to.refused("column " + Names.quoted(column()) + " holds " + NumberText.of(value)
                    + ", which is too large for an input of a network: correct it");
        }
        return scaled;
    }

    @Override
    void fill(Encoding to) {
        to.set(0, scaled(fill, to));
    }
}
