package dev.longhand.examples.regression;

import dev.longhand.data.Dataset;
import dev.longhand.examples.report.Picture;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Two charts: the points with the line after some epochs, and the loss. */
final class RegressionPicture {

    private static final double LEFT = -1.1;
    private static final double RIGHT = 2.1;

    private RegressionPicture() {}

    /**
     * Draws the charts.
     *
     * @param lines w and b at the start and after each epoch
     */
    static void save(Path file, Dataset data, List<float[]> lines, double[] losses) throws IOException {
        Picture.save(file, 2, List.of(lines(data, lines), loss(losses)));
    }

    private static XYChart lines(Dataset data, List<float[]> lines) {
        XYChart chart = Picture.chart("The line after some epochs", "x", "y", 620, 480);
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
        for (int epoch : shown) {
            float w = lines.get(epoch)[0];
            float b = lines.get(epoch)[1];
            int grey = epoch == last ? 0 : 200 - 7 * epoch;
            Color color = epoch == last ? Picture.COLORS.get(1) : new Color(grey, grey, grey);
            Picture.line(
                    chart,
                    "epoch " + epoch,
                    new double[] {LEFT, RIGHT},
                    new double[] {w * LEFT + b, w * RIGHT + b},
                    color,
                    epoch == last ? 3 : 1.5f);
        }
        return chart;
    }

    private static XYChart loss(double[] losses) {
        XYChart chart = Picture.chart("The loss", "epoch", "mean squared error", 620, 480);
        chart.getStyler().setXAxisMin(0.0).setXAxisTickMarkSpacingHint(100).setYAxisLogarithmic(true);
        chart.getStyler().setLegendVisible(false);
        double[] epochs =
                IntStream.rangeClosed(1, losses.length).mapToDouble(i -> i).toArray();
        Picture.line(chart, "loss", epochs, losses, Picture.COLORS.get(0), 2.5f);
        return chart;
    }
}
