package dev.longhand.examples.gates;

import dev.longhand.optimizer.Sgd;
import dev.longhand.report.picture.Picture;
import dev.longhand.training.TrainingStep;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Six charts: a decision boundary, a boundary being learnt, XOR's two boundaries, its feature space,
 * seven regions, and the corners of the cube that they are mapped to. Each has its key below.
 */
final class GatesPicture {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 460;
    private static final int EPOCHS = 15;
    private static final Color YES = Picture.COLORS.get(1);
    private static final Color NO = Picture.COLORS.get(0);
    private static final Color YES_AREA = new Color(0xFBE5D6);
    private static final Color NO_AREA = new Color(0xDCEBF7);
    private static final Color LINE = new Color(0x333333);
    private static final BasicStroke DASHED = dashes(9, 4);
    private static final BasicStroke DOTTED = dashes(2, 3);

    /** One colour for each corner of the cube. */
    private static final List<Color> REGIONS = List.of(
            new Color(0x9DC3E6),
            new Color(0xFFFFFF),
            new Color(0xF4B183),
            new Color(0xA9D18E),
            new Color(0xFFD966),
            new Color(0xC5A5E0),
            new Color(0xBFBFBF),
            new Color(0x8FD9CC));

    private GatesPicture() {}

    static void save(Path file, long seed, double learningRate) throws IOException {
        Picture.save(
                file, 3, List.of(boundary(), learning(seed, learningRate), xor(), featureSpace(), regions(), cube()));
    }

    private static BasicStroke dashes(float length, float gap) {
        return new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {length, gap}, 0);
    }

    /** The perceptron of {@link SignOr}. */
    private static XYChart boundary() {
        XYChart chart = square("OR: x1 + x2 − 0.5 = 0 divides the plane", "x1", "x2", -0.5, 1.5);
        area(chart, YES_AREA, new double[] {-0.5, 1, 1.5, 1.5, -0.5}, new double[] {1, -0.5, -0.5, 1.5, 1.5});
        area(chart, NO_AREA, new double[] {-0.5, -0.5, 1}, new double[] {-0.5, 1, -0.5});
        Picture.line(chart, "boundary", new double[] {-0.5, 1}, new double[] {1, -0.5}, LINE, 2);
        classes(chart, Gate.OR, new double[] {0, 0, 1, 1}, new double[] {0, 1, 0, 1});
        Picture.words(chart, "y = 1", 0.6, 0.6);
        Picture.words(chart, "y = −1", -0.25, -0.25);
        return chart;
    }

    /** The boundary of a {@link Perceptron} after each epoch on AND, from light to dark. */
    private static XYChart learning(long seed, double learningRate) {
        XYChart chart = square("AND: the boundary after each epoch", "x1", "x2", -0.5, 1.5);
        PerceptronModel model = PerceptronModel.create(seed);
        try (TrainingStep step = TrainingStep.of(model, Sgd.learningRate(learningRate), 1, seed)) {
            for (int epoch = 0; epoch <= EPOCHS; epoch++) {
                int grey = 225 - 225 * epoch / EPOCHS;
                boundaryOf(chart, model, epoch, new Color(grey, grey, grey), epoch == EPOCHS ? 2.5f : 1.5f);
                for (int row = 0; row < Gate.ROWS; row++) {
                    step.run(Gate.inputs(row), new float[] {Gate.AND.output(row)});
                }
            }
        }
        classes(chart, Gate.AND, new double[] {0, 0, 1, 1}, new double[] {0, 1, 0, 1});
        return chart;
    }

    /** The part of w1·x1 + w2·x2 + b = 0 in the window; the key names the first and the last. */
    private static void boundaryOf(XYChart chart, PerceptronModel model, int epoch, Color color, float width) {
        double w1 = model.output().weights()[0];
        double w2 = model.output().weights()[1];
        double b = model.output().bias()[0];
        double[] x = IntStream.rangeClosed(0, 400)
                .mapToDouble(i -> -0.5 + i / 200.0)
                .filter(x1 -> Math.abs(-(w1 * x1 + b) / w2 - 0.5) <= 1)
                .toArray();
        if (x.length > 1) {
            double[] ends = {x[0], x[x.length - 1]};
            double[] y = Arrays.stream(ends).map(x1 -> -(w1 * x1 + b) / w2).toArray();
            Picture.line(chart, "epoch " + epoch, ends, y, color, width).setShowInLegend(epoch == 0 || epoch == EPOCHS);
        }
    }

    /** The two lines of {@link XorOfGates}' hidden layer. */
    private static XYChart xor() {
        XYChart chart = square("XOR: between the lines of NAND and OR", "x1", "x2", -0.5, 1.5);
        double or = 5.0 / 6;
        area(chart, YES_AREA, new double[] {-0.5, -0.5, -0.1, 1.5, 1.5, or + 0.5}, new double[] {
            or + 0.5, 1.5, 1.5, -0.1, -0.5, -0.5
        });
        Picture.line(chart, "NAND", new double[] {-0.1, 1.5}, new double[] {1.5, -0.1}, LINE, 2);
        Picture.line(chart, "OR", new double[] {-0.5, or + 0.5}, new double[] {or + 0.5, -0.5}, LINE, 2)
                .setLineStyle(DASHED);
        classes(chart, Gate.XOR, new double[] {0, 0, 1, 1}, new double[] {0, 1, 0, 1});
        Picture.words(chart, "NAND is 0", 1.1, 1.25);
        Picture.words(chart, "OR is 0", -0.1, -0.25);
        Picture.words(chart, "both are 1", 0.57, 0.57);
        return chart;
    }

    /** The line of {@link XorOfGates}' output in the space of its hidden layer. */
    private static XYChart featureSpace() {
        XYChart chart = square("XOR in the feature space z = (NAND, OR)", "z1 = NAND", "z2 = OR", -0.5, 1.5);
        area(chart, YES_AREA, new double[] {-0.1, 1.5, 1.5}, new double[] {1.5, 1.5, -0.1});
        Picture.line(chart, "z1 + z2 = 1.4", new double[] {-0.1, 1.5}, new double[] {1.5, -0.1}, LINE, 2);
        classes(chart, Gate.XOR, new double[] {1, 1, 1, 0}, new double[] {0, 1, 1, 1});
        Picture.words(chart, "x = (0, 0)", 1, -0.17);
        Picture.words(chart, "x = (0, 1), (1, 0)", 1, 1.17);
        Picture.words(chart, "x = (1, 1)", -0.1, 0.83);
        Picture.words(chart, "AND is 1", 1.0, 0.78);
        return chart;
    }

    /** The regions of {@link ThreeLines}, each named by its corner of the cube. */
    private static XYChart regions() {
        double l = Regions.LEFT;
        double r = Regions.RIGHT;
        XYChart chart = square("Outputs of three perceptrons: regions …", "x1", "x2", l, r);
        double[][][] outlines = {
            {{l, 0, 0, l}, {l, l, 0, 0}},
            {},
            {{l, 0, 0, l}, {0, 0, 1, 1 - l}},
            {{l, 0, 0}, {1 - l, 1, 1 - l}},
            {{0, 1 - l, 1, 0}, {l, l, 0, 0}},
            {{1 - l, 1 - l, 1}, {l, 0, 0}},
            {{0, 1, 0}, {0, 0, 1}},
            {{0, 1, r, r, 0}, {1, 0, 0, r, r}},
        };
        Regions regions = Regions.of(ThreeLinesModel.create(0));
        for (int corner = 0; corner < Regions.CORNERS; corner++) {
            if (regions.isRegion(corner)) {
                double[][] outline = outlines[corner];
                area(chart, REGIONS.get(corner), outline[0], outline[1]);
                Picture.words(chart, shortName(corner), regions.centerX(corner), regions.centerY(corner));
            }
        }
        Picture.line(chart, "1: x1 = 0", new double[] {0, 0}, new double[] {l, r}, LINE, 2);
        Picture.line(chart, "2: x2 = 0", new double[] {l, r}, new double[] {0, 0}, LINE, 2)
                .setLineStyle(DASHED);
        Picture.line(chart, "3: x1 + x2 = 1", new double[] {l, r}, new double[] {1 - l, 1 - r}, LINE, 2)
                .setLineStyle(DOTTED);
        return chart;
    }

    /** The cube of the three outputs, in oblique projection. */
    private static XYChart cube() {
        XYChart chart = square("… that become seven corners of a cube", "", "", -0.3, 1.8);
        chart.getStyler().setAxisTicksVisible(false).setPlotGridLinesVisible(false);
        for (int from = 0; from < Regions.CORNERS; from++) {
            for (int bit = 1; bit < Regions.CORNERS; bit *= 2) {
                int to = from | bit;
                if (to != from) {
                    double[] x = {cubeX(from), cubeX(to)};
                    double[] y = {cubeY(from), cubeY(to)};
                    Picture.line(chart, "edge " + from + " " + to, x, y, new Color(0xAAAAAA), 1.5f)
                            .setShowInLegend(false);
                }
            }
        }
        Regions regions = Regions.of(ThreeLinesModel.create(0));
        for (int corner = 0; corner < Regions.CORNERS; corner++) {
            double[] x = {cubeX(corner)};
            double[] y = {cubeY(corner)};
            boolean isRegion = regions.isRegion(corner);
            Color color = isRegion ? REGIONS.get(corner) : new Color(0xAAAAAA);
            String name = isRegion ? "a region's outputs" + " ".repeat(corner) : "outputs of no point";
            Picture.points(chart, name, x, y, color, isRegion ? SeriesMarkers.CIRCLE : SeriesMarkers.CROSS)
                    .setShowInLegend(!isRegion || corner == 0);
            Picture.words(chart, shortName(corner), x[0] + 0.13, y[0] + ((corner & 2) == 0 ? -0.09 : 0.09));
        }
        chart.getStyler().setMarkerSize(18);
        return chart;
    }

    private static double cubeX(int corner) {
        return (corner >> 2) + 0.45 * (corner >> 1 & 1);
    }

    private static double cubeY(int corner) {
        return (corner & 1) + 0.35 * (corner >> 1 & 1);
    }

    private static String shortName(int corner) {
        return "" + (corner >> 2) + (corner >> 1 & 1) + (corner & 1);
    }

    /** A polygon that is labelled inside, and so not in the key; of each colour one. */
    private static void area(XYChart chart, Color color, double[] x, double[] y) {
        Picture.area(chart, "area of " + color, color, x, y).setShowInLegend(false);
    }

    private static XYChart square(String title, String x, String y, double from, double to) {
        XYChart chart = Picture.chart(title, x, y, WIDTH, HEIGHT);
        Picture.window(chart, from, to, from, to);
        chart.getStyler()
                .setLegendPosition(LegendPosition.OutsideS)
                .setLegendLayout(LegendLayout.Horizontal)
                .setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11))
                .setLegendSeriesLineLength(20)
                .setLegendPadding(8)
                .setPlotContentSize(1)
                .setMarkerSize(12);
        return chart;
    }

    /** The rows of a truth table at these points. */
    private static void classes(XYChart chart, Gate gate, double[] x, double[] y) {
        for (int output = 0; output <= 1; output++) {
            int wanted = output;
            int[] rows = IntStream.range(0, Gate.ROWS)
                    .filter(row -> gate.output(row) == wanted)
                    .toArray();
            Picture.points(
                    chart,
                    gate + " is " + output,
                    Arrays.stream(rows).mapToDouble(row -> x[row]).toArray(),
                    Arrays.stream(rows).mapToDouble(row -> y[row]).toArray(),
                    output == 1 ? YES : NO,
                    output == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.SQUARE);
        }
    }
}
