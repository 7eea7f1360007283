package dev.longhand.report.chart;

import static dev.longhand.report.html.Numbers.coordinate;

import dev.longhand.report.html.Html;
import dev.longhand.report.html.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Lines over a common axis. The style sheet colours line i by its class {@code s}i and gives each its dashes, so that
 * lines differ without colours too.
 */
public final class LineChart {

    /** The most lines of a chart, for which the style sheet has colours. */
    public static final int MOST_LINES = 8;

    /** Points per line, beyond which only the extremes of equal stretches are drawn. */
    private static final int MOST_POINTS = 600;

    /** Points per line, up to which each has a dot. */
    private static final int MOST_DOTS = 12;

    private static final int WIDTH = 460;
    private static final int HEIGHT = 270;
    private static final int LEFT = 58;
    private static final int RIGHT = 14;
    private static final int TOP = 12;
    private static final int BOTTOM = 44;

    private final String title;
    private final String xTitle;
    private final List<Series> series;
    private final boolean isLogarithmic;
    private final boolean isUnitSquare;
    private final List<Mark> marks;

    /** A point that is marked. */
    private record Mark(double x, double y, String words) {}

    private LineChart(
            String title,
            String xTitle,
            List<Series> series,
            boolean isLogarithmic,
            boolean isUnitSquare,
            List<Mark> marks) {
        this.title = title;
        this.xTitle = xTitle;
        this.series = series;
        this.isLogarithmic = isLogarithmic;
        this.isUnitSquare = isUnitSquare;
        this.marks = marks;
    }

    /** A chart of up to {@value MOST_LINES} lines; those without a finite value are left out. */
    public static LineChart of(String title, String xTitle, List<Series> series) {
        List<Series> drawn = series.stream()
                .filter(line -> !line.isEmpty())
                .limit(MOST_LINES)
                .toList();
        return new LineChart(title, xTitle, drawn, false, false, List.of());
    }

    /** The same with a logarithmic vertical axis, if all values are positive. */
    public LineChart logarithmic() {
        boolean isPositive = finite().allMatch(value -> value > 0);
        return new LineChart(title, xTitle, series, isPositive, isUnitSquare, marks);
    }

    /** The same with both axes from 0 to 1, and a dotted diagonal to compare with. */
    public LineChart unitSquare() {
        return new LineChart(title, xTitle, series, false, true, marks);
    }

    /** The same with a marked point. */
    public LineChart mark(double x, double y, String words) {
        List<Mark> more = new ArrayList<>(marks);
        more.add(new Mark(x, y, words));
        return new LineChart(title, xTitle, series, isLogarithmic, isUnitSquare, more);
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return series.isEmpty();
    }

    private DoubleStream finite() {
        return series.stream()
                .flatMapToDouble(line -> DoubleStream.of(line.y()))
                .filter(Double::isFinite);
    }

    /** Writes the chart as a figure with its legend. */
    public void write(Html html) {
        if (isEmpty()) {
            return;
        }
        Axis x = isUnitSquare ? Axis.linear(0, 1, 5) : horizontal();
        Axis y = isUnitSquare ? Axis.linear(0, 1, 5) : vertical();
        html.open("figure", "class", "chart");
        html.line("h3", title);
        html.open(
                "svg",
                "viewBox",
                "0 0 " + WIDTH + " " + HEIGHT,
                "role",
                "img",
                "aria-label",
                description(),
                "xmlns",
                "http://www.w3.org/2000/svg");
        writeGrid(html, x, y);
        for (int i = 0; i < series.size(); i++) {
            writeLine(html, series.get(i), i, x, y);
        }
        marks.forEach(mark -> writeMark(html, mark, x, y));
        html.end();
        html.open("figcaption");
        html.open("ul", "class", "legend");
        for (int i = 0; i < series.size(); i++) {
            html.open("li");
            html.open("svg", "class", "key", "viewBox", "0 0 26 10", "aria-hidden", "true");
            html.empty("path", "class", "line s" + i, "d", "M1 5H25");
            html.close();
            html.text(series.get(i).name()).close();
        }
        for (Mark mark : marks) {
            html.open("li");
            html.open("svg", "class", "key", "viewBox", "0 0 26 10", "aria-hidden", "true");
            html.empty("circle", "class", "mark", "cx", "13", "cy", "5", "r", "4");
            html.close();
            html.text(mark.words).close();
        }
        html.close().close().end();
    }

    private Axis horizontal() {
        double first = series.stream().mapToDouble(line -> line.x()[0]).min().orElse(0);
        double last = series.stream()
                .mapToDouble(line -> line.x()[line.x().length - 1])
                .max()
                .orElse(1);
        return Axis.whole(first, last, 6);
    }

    private Axis vertical() {
        double least = finite().min().orElse(0);
        double greatest = finite().max().orElse(1);
        return isLogarithmic ? Axis.logarithmic(least, greatest) : Axis.linear(least, greatest, 5);
    }

    private static double px(Axis axis, double value) {
        return LEFT + axis.position(value) * (WIDTH - LEFT - RIGHT);
    }

    private static double py(Axis axis, double value) {
        return HEIGHT - BOTTOM - axis.position(value) * (HEIGHT - TOP - BOTTOM);
    }

    private void writeGrid(Html html, Axis x, Axis y) {
        for (double mark : y.marks()) {
            String at = coordinate(py(y, mark));
            html.empty("path", "class", "grid", "d", "M" + LEFT + " " + at + "H" + (WIDTH - RIGHT));
            html.element("text", Axis.words(mark), "x", "" + (LEFT - 8), "y", at, "dy", "4", "class", "y");
        }
        for (double mark : x.marks()) {
            String at = coordinate(px(x, mark));
            html.empty("path", "class", "tick", "d", "M" + at + " " + (HEIGHT - BOTTOM) + "v5");
            html.element("text", Axis.words(mark), "x", at, "y", "" + (HEIGHT - BOTTOM + 19), "class", "x");
        }
        html.empty("path", "class", "axis", "d", "M" + LEFT + " " + (HEIGHT - BOTTOM) + "H" + (WIDTH - RIGHT));
        html.element("text", xTitle, "x", "" + (LEFT + WIDTH - RIGHT) / 2, "y", "" + (HEIGHT - 6), "class", "x");
        if (isUnitSquare) {
            html.empty(
                    "path",
                    "class",
                    "diagonal",
                    "d",
                    "M%s %sL%s %s".formatted(LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, TOP));
        }
    }

    private void writeLine(Html html, Series line, int index, Axis x, Axis y) {
        StringBuilder path = new StringBuilder();
        boolean isDown = false;
        int[] drawn = drawn(line.y());
        for (int i : drawn) {
            if (!Double.isFinite(line.y()[i])) {
                isDown = false;
                continue;
            }
            path.append(isDown ? 'L' : 'M')
                    .append(coordinate(px(x, line.x()[i])))
                    .append(' ')
                    .append(coordinate(py(y, line.y()[i])));
            isDown = true;
        }
        html.empty("path", "class", "line s" + index, "d", path.toString());
        if (drawn.length <= MOST_DOTS && !isUnitSquare) {
            for (int i : drawn) {
                if (Double.isFinite(line.y()[i])) {
                    html.empty(
                            "circle",
                            "class",
                            "dot s" + index,
                            "cx",
                            coordinate(px(x, line.x()[i])),
                            "cy",
                            coordinate(py(y, line.y()[i])),
                            "r",
                            "2.5");
                }
            }
        }
    }

    /** The points to draw: all, or of each stretch the least and the greatest, and the last point. */
    private static int[] drawn(double[] y) {
        if (y.length <= MOST_POINTS) {
            int[] all = new int[y.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = i;
            }
            return all;
        }
        int stretches = MOST_POINTS / 2;
        int[] extremes = new int[2 * stretches + 1];
        for (int s = 0; s < stretches; s++) {
            int from = (int) ((long) y.length * s / stretches);
            int to = (int) ((long) y.length * (s + 1) / stretches);
            int least = from;
            int greatest = from;
            for (int i = from; i < to; i++) {
                least = y[i] < y[least] || Double.isNaN(y[least]) ? i : least;
                greatest = y[i] > y[greatest] || Double.isNaN(y[greatest]) ? i : greatest;
            }
            extremes[2 * s] = Math.min(least, greatest);
            extremes[2 * s + 1] = Math.max(least, greatest);
        }
        extremes[2 * stretches] = y.length - 1;
        return extremes;
    }

    private static void writeMark(Html html, Mark mark, Axis x, Axis y) {
        html.empty(
                "circle",
                "class",
                "mark",
                "cx",
                coordinate(px(x, mark.x)),
                "cy",
                coordinate(py(y, mark.y)),
                "r",
                "5.5");
    }

    /** The chart in words. */
    private String description() {
        StringBuilder words = new StringBuilder(title).append(" by ").append(xTitle);
        for (Series line : series) {
            double[] known = DoubleStream.of(line.y()).filter(Double::isFinite).toArray();
            words.append("; ").append(line.name());
            words.append(
                    known.length == 1
                            ? ": " + Numbers.significant(known[0], 4)
                            : " from %s to %s"
                                    .formatted(
                                            Numbers.significant(known[0], 4),
                                            Numbers.significant(known[known.length - 1], 4)));
        }
        marks.forEach(mark -> words.append("; ").append(mark.words));
        return words.toString();
    }
}
