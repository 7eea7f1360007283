package dev.longhand.report.page;

import static dev.longhand.report.html.Numbers.coordinate;

import dev.longhand.data.Dataset;
import dev.longhand.metric.Task;
import dev.longhand.report.html.Html;
import dev.longhand.report.html.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The predictions of a regression with one number beside the targets, and the largest errors. */
final class ErrorPlot {

    private static final int MOST_POINTS = 1_000;
    private static final int MOST_ROWS = 10;
    private static final int SIDE = 300;
    private static final int MARGIN = 44;

    private ErrorPlot() {}

    static void write(Html html, Examination examination) {
        Dataset data = examination.data();
        if (examination.evaluation().task().kind() != Task.Kind.REGRESSION
                || examination.outputs().isEmpty()
                || data.targetSize() != 1) {
            return;
        }
        float[] a = examination.outputs().get();
        float[] t = data.targets();
        html.line("h4", "Predictions and targets");
        html.open("div", "class", "beside");
        html.open("div");
        writePoints(html, a, t);
        html.end();
        html.open("div");
        writeErrors(html, a, t);
        html.end();
        html.end();
    }

    private static void writePoints(Html html, float[] a, float[] t) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < a.length; i++) {
            least = Math.min(least, Math.min(a[i], t[i]));
            greatest = Math.max(greatest, Math.max(a[i], t[i]));
        }
        double range = greatest > least ? greatest - least : 1;
        int shown = Math.min(MOST_POINTS, a.length);
        html.open("figure", "class", "chart");
        html.open(
                "svg",
                "viewBox",
                "0 0 " + (SIDE + 2 * MARGIN) + " " + (SIDE + MARGIN),
                "role",
                "img",
                "aria-label",
                "Predictions against targets from %s to %s: on the dotted line they're equal"
                        .formatted(Numbers.significant(least, 4), Numbers.significant(greatest, 4)),
                "xmlns",
                "http://www.w3.org/2000/svg");
        html.empty("path", "class", "axis", "d", "M%s 8V%sH%s".formatted(MARGIN, SIDE, MARGIN + SIDE));
        html.empty("path", "class", "diagonal", "d", "M%s %sL%s 8".formatted(MARGIN, SIDE, MARGIN + SIDE - 8));
        html.element("text", Numbers.significant(least, 3), "class", "x", "x", "" + MARGIN, "y", "" + (SIDE + 18));
        html.element(
                "text",
                Numbers.significant(greatest, 3),
                "class",
                "x",
                "x",
                "" + (MARGIN + SIDE - 8),
                "y",
                "" + (SIDE + 18));
        html.element("text", "target", "class", "x", "x", "" + (MARGIN + SIDE / 2), "y", "" + (SIDE + 36));
        html.element("text", "prediction", "class", "x", "transform", "translate(16 " + SIDE / 2 + ") rotate(-90)");
        for (int i = 0; i < shown; i++) {
            int sample = (int) ((long) i * a.length / shown);
            html.empty(
                    "circle",
                    "class",
                    "dot s0",
                    "cx",
                    coordinate(MARGIN + (t[sample] - least) / range * (SIDE - 8)),
                    "cy",
                    coordinate(SIDE - (a[sample] - least) / range * (SIDE - 8)),
                    "r",
                    "2.5");
        }
        html.end();
        html.element(
                "figcaption",
                "Each point is a sample; on the dotted line its prediction is its target."
                        + (shown < a.length
                                ? " %s of %s samples are shown."
                                        .formatted(Numbers.count(shown), Numbers.count(a.length))
                                : ""));
        html.end();
    }

    private static void writeErrors(Html html, float[] a, float[] t) {
        List<Integer> worst = IntStream.range(0, a.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> Math.abs((double) a[i] - t[i]))
                        .reversed())
                .limit(MOST_ROWS)
                .toList();
        html.open("table");
        html.line("caption", "The largest errors");
        html.open("thead").open("tr");
        for (String name : new String[] {"Sample", "Target", "Prediction", "Error"}) {
            html.element("th", name, "scope", "col", "class", "number");
        }
        html.close().end();
        html.open("tbody");
        for (int sample : worst) {
            html.open("tr");
            html.element("th", Integer.toString(sample), "scope", "row", "class", "number");
            html.element("td", Numbers.significant(t[sample], 4), "class", "number");
            html.element("td", Numbers.significant(a[sample], 4), "class", "number");
            html.element("td", Numbers.significant((double) a[sample] - t[sample], 4), "class", "number");
            html.end();
        }
        html.close().end();
    }
}
