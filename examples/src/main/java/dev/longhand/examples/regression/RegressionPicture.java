package dev.longhand.examples.regression;

import dev.longhand.data.Dataset;
import dev.longhand.report.picture.Picture;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Two charts: the points with the line after some epochs and that of least squares, and the loss. */
final class RegressionPicture {

    private static final double LEFT = -1.1;
    private static final double RIGHT = 2.1;
    private static final Color LEARNT = Picture.COLORS.get(1);
    static final Color LEAST_SQUARES = Picture.COLORS.get(2);
    private static final int LIGHTEST = 210;
    private static final int DARKEST = 40;

    private RegressionPicture() {}

    /**
     * Draws the charts.
     *
     * @param lines w and b at the start and after each epoch
     * @param exact the line of least squares
     */
    static void save(Path file, Dataset data, List<float[]> lines, SimpleRegression exact, double[] losses)
            throws IOException {
        Picture.save(file, 2, List.of(lines(data, lines, exact), loss(losses)));
    }

    private static XYChart lines(Dataset data, List<float[]> lines, SimpleRegression exact) {
        XYChart chart = Picture.chart("The line after some epochs, and of least squares", "x", "y", 620, 480);
        chart.getStyler().setXAxisMin(LEFT).setXAxisMax(RIGHT);
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE).setMarkerSize(7);
        double[] x = IntStream.range(0, data.size())
                .mapToDouble(i -> data.input(i)[0])
                .toArray();
        double[] t = IntStream.range(0, data.size())
                .mapToDouble(i -> data.target(i)[0])
                .toArray();
        Picture.points(chart, "points", x, t, Picture.COLORS.get(5), SeriesMarkers.CIRCLE);
        int last = lines.size() - 1;
        int[] shown = IntStream.concat(IntStream.of(0, 1, 2, 5, 10, 20), IntStream.of(last))
                .filter(epoch -> epoch <= last)
                .distinct()
                .toArray();
        // Twice as wide, so that it's seen where the learnt line covers it.
        line(chart, "least squares", exact.getSlope(), exact.getIntercept(), LEAST_SQUARES, 7);
        for (int i = 0; i < shown.length; i++) {
            boolean isLast = shown[i] == last;
            Color color = isLast ? LEARNT : shade(i, shown.length - 1);
            float[] line = lines.get(shown[i]);
            line(chart, "epoch " + shown[i], line[0], line[1], color, isLast ? 3 : 1.5f);
        }
        return chart;
    }

    private static void line(XYChart chart, String name, double w, double b, Color color, float width) {
        double[] y = {w * LEFT + b, w * RIGHT + b};
        Picture.line(chart, name, new double[] {LEFT, RIGHT}, y, color, width);
    }

    /** Grey number {@code i} of some that go from light to dark in equal steps. */
    static Color shade(int i, int shades) {
        int grey = LIGHTEST - (LIGHTEST - DARKEST) * i / Math.max(1, shades - 1);
        return new Color(grey, grey, grey);
    }

    private static XYChart loss(double[] losses) {
        XYChart chart = Picture.chart("The loss", "epoch", "mean squared error", 620, 480);
        chart.getStyler().setXAxisMin(0.0).setYAxisLogarithmic(true).setLegendVisible(false);
        // Equally spaced points would be labelled, whatever their numbers, in place of round numbers: one more lies
        // before the last, on the line between its neighbours.
        double[] epochs = IntStream.rangeClosed(2, 2 * losses.length)
                .filter(half -> half % 2 == 0 || half == 2 * losses.length - 1)
                .mapToDouble(half -> half / 2.0)
                .toArray();
        double[] values = Arrays.stream(epochs)
                .map(epoch -> Math.sqrt(losses[(int) Math.floor(epoch) - 1] * losses[(int) Math.ceil(epoch) - 1]))
                .toArray();
        Picture.line(chart, "loss", epochs, values, Picture.COLORS.get(0), 2.5f);
        return chart;
    }
}
