package dev.longhand.processor.plan;

import dev.longhand.Style;

/** Where the rule of styles stops writing sums out. */
public final class StyleBorder {

    private StyleBorder() {}

    /** The most units of a layer with {@code in} inputs that UNROLLED still writes out. */
    public static int mostUnrolledUnits(int in) {
        int most = 0;
        for (int units = 1; units <= 100; units++) {
            if (StyleRule.dense(Style.UNROLLED, in, units, 0, 0) == Style.UNROLLED) {
                most = units;
            }
        }
        return most;
    }
}
