package dev.longhand.examples.descent;

import dev.longhand.report.picture.Picture;
import dev.longhand.training.GradientDescent;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Two charts: steps on a parabola at three learning rates, and six optimizers on a saddle. */
final class DescentPicture {

    private static final Color CONTOUR = new Color(0xD5D5D5);

    private DescentPicture() {}

    static void save(Path file) throws IOException {
        Picture.save(file, 2, List.of(parabola(), saddle()));
    }

    private static XYChart parabola() {
        XYChart chart = Picture.chart("y = (x − 3)² + 10 from x = 10, twelve steps", "x", "y", 620, 560);
        Picture.window(chart, -6, 12, 0, 90);
        chart.getStyler().setLegendPosition(LegendPosition.InsideN).setMarkerSize(9);
        double[] x = IntStream.rangeClosed(-60, 120).mapToDouble(i -> i / 10.0).toArray();
        double[] y = Arrays.stream(x).map(Descent::parabola).toArray();
        Picture.line(chart, "y", x, y, new Color(0x999999), 1.5f).setShowInLegend(false);
        int color = 0;
        for (double rate : List.of(0.01, 0.1, 0.95)) {
            double[] steps = GradientDescent.path(Descent::parabolaSlope, 10, rate, 12);
            double[] heights = Arrays.stream(steps).map(Descent::parabola).toArray();
            Picture.line(chart, "η = " + rate, steps, heights, Picture.COLORS.get(color), 1.5f)
                    .setMarker(SeriesMarkers.CIRCLE)
                    .setMarkerColor(Picture.COLORS.get(color));
            color++;
        }
        return chart;
    }

    private static XYChart saddle() {
        XYChart chart = Picture.chart("f = x² − y² from (1, 0.0001), " + Saddle.STEPS + " steps", "x", "y", 620, 560);
        Picture.window(chart, -1.2, 1.2, -0.4, 1.6);
        chart.getStyler().setPlotGridLinesVisible(false).setMarkerSize(7);
        for (int level = -8; level <= 5; level++) {
            contour(chart, level * 0.25);
        }
        List<Saddle.Path> paths = Saddle.paths();
        for (int color = paths.size() - 1; color >= 0; color--) {
            Saddle.Path path = paths.get(color);
            List<double[]> inside =
                    path.points().stream().filter(point -> point[1] < 1.6).toList();
            Picture.line(
                    chart,
                    path.name(),
                    inside.stream().mapToDouble(point -> point[0]).toArray(),
                    inside.stream().mapToDouble(point -> point[1]).toArray(),
                    Picture.COLORS.get(color),
                    2.5f);
            double[] end = inside.get(inside.size() - 1);
            Picture.points(
                            chart,
                            path.name() + " end",
                            new double[] {end[0]},
                            new double[] {end[1]},
                            Picture.COLORS.get(color),
                            SeriesMarkers.CIRCLE)
                    .setShowInLegend(false);
        }
        Picture.words(chart, "SGD stays here", 0, -0.1);
        return chart;
    }

    /** The level set x² − y² = level, both branches. */
    private static void contour(XYChart chart, double level) {
        double[] across =
                IntStream.rangeClosed(-48, 48).mapToDouble(i -> i / 30.0).toArray();
        for (int sign = -1; sign <= 1; sign += 2) {
            int side = sign;
            boolean sideways = level >= 0;
            double[] root = Arrays.stream(across)
                    .map(a -> side * Math.sqrt(a * a + Math.abs(level)))
                    .toArray();
            Picture.line(
                            chart,
                            "f = " + level + (sign < 0 ? " −" : " +"),
                            sideways ? root : across,
                            sideways ? across : root,
                            CONTOUR,
                            1)
                    .setShowInLegend(false);
        }
    }
}
