package dev.longhand.report.chart;

/**
 * A line of a chart.
 *
 * @param name its name in the legend
 * @param x the horizontal coordinates, ascending
 * @param y the vertical ones; the line has gaps where they aren't finite
 */
public record Series(String name, double[] x, double[] y) {

    /** Whether no value is finite, so that there is nothing to draw. */
    public boolean isEmpty() {
        for (double value : y) {
            if (Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
