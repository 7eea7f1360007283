package dev.longhand.table;

/**
 * (x − shift)/scale, or 0 where the scale is 0.
 *
 * @param scaling what shift and scale are
 * @param shift the minimum or the mean of the training data; 0 for none
 * @param scale the width of their range or their standard deviation, at least 0; 1 for none
 */
record Scale(Scaling scaling, double shift, double scale) {

    static final Scale NONE = new Scale(Scaling.NONE, 0, 1);

    double apply(double value) {
        return scale == 0 ? 0 : (value - shift) / scale;
    }

    /** The number that {@link #apply} scales to this one. */
    double invert(double scaled) {
        return scaled * scale + shift;
    }

    /** Fitted on these numbers, at least one. */
    static Scale fit(Scaling scaling, double... values) {
        return switch (scaling) {
            case NONE -> NONE;
            case MIN_MAX -> {
                Range range = Range.of(values);
                yield new Scale(scaling, range.min(), range.width());
            }
            case Z_SCORE -> {
                double mean = mean(values);
                double squares = 0;
                for (double value : values) {
                    squares += (value - mean) * (value - mean);
                }
                yield new Scale(scaling, mean, Range.of(values).width() == 0 ? 0 : Math.sqrt(squares / values.length));
            }
        };
    }

    static double mean(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
