package dev.longhand.report.page;

import dev.longhand.metric.ConfusionMatrix;
import dev.longhand.report.html.Html;
import dev.longhand.report.html.Numbers;
import dev.longhand.report.picture.Mistakes;
import dev.longhand.report.picture.Pixels;
import java.util.Locale;

/** A confusion matrix as a heat map: a table with coloured cells or, of many classes, an image. */
final class ConfusionTable {

    /** The most classes of a table. */
    private static final int MOST_CLASSES = 25;

    /** The most classes of an image. */
    private static final int MOST_PIXELS = 1_000;

    private static final int PAIRS = 8;

    private ConfusionTable() {}

    static void write(Html html, String title, ConfusionMatrix confusion, ClassLabels names) {
        int classes = confusion.classes();
        html.line("h4", title);
        if (classes <= MOST_CLASSES) {
            writeTable(html, title, confusion, names);
        } else {
            writeImage(html, confusion);
        }
        html.line("p", Mistakes.mostConfused(confusion, PAIRS, c -> names.of(c, classes)) + ".");
    }

    private static void writeTable(Html html, String title, ConfusionMatrix confusion, ClassLabels names) {
        int classes = confusion.classes();
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", title);
        html.open("table", "class", "confusion");
        html.line(
                "caption",
                "Rows are the true classes, columns the predicted ones; the stronger a colour, the larger its share of its"
                        + " row.");
        html.open("thead").open("tr");
        html.element("th", "True \\ predicted", "scope", "col");
        for (int c = 0; c < classes; c++) {
            html.element("th", names.of(c, classes), "scope", "col", "class", "number");
        }
        for (String name : new String[] {"Precision", "Recall", "F1"}) {
            html.element("th", name, "scope", "col", "class", "number");
        }
        html.close().end();
        html.open("tbody");
        for (int actual = 0; actual < classes; actual++) {
            html.open("tr");
            html.element("th", names.of(actual, classes), "scope", "row");
            int support = Math.max(1, confusion.support(actual));
            for (int predicted = 0; predicted < classes; predicted++) {
                writeCell(html, confusion.count(actual, predicted), support, actual == predicted);
            }
            html.element("td", Numbers.fixed(confusion.precision(actual), 4), "class", "number");
            html.element("td", Numbers.fixed(confusion.recall(actual), 4), "class", "number");
            html.element("td", Numbers.fixed(confusion.f1(actual), 4), "class", "number");
            html.end();
        }
        html.close().close().end();
    }

    /** A cell, whose colour is stronger the larger its share of the row is; few mistakes are visible too. */
    private static void writeCell(Html html, int count, int support, boolean isRight) {
        if (count == 0) {
            html.element("td", "0", "class", "number zero");
            return;
        }
        double share = (double) count / support;
        double strength = isRight ? share : Math.min(1, 0.15 + 2 * Math.sqrt(share));
        html.element(
                "td",
                Integer.toString(count),
                "class",
                isRight ? "number right" : "number wrong",
                "style",
                String.format(Locale.ROOT, "--v:%.0f%%", 10 + 45 * strength));
    }

    private static void writeImage(Html html, ConfusionMatrix confusion) {
        int shown = Math.min(MOST_PIXELS, confusion.classes());
        float[] shares = new float[shown * shown];
        for (int actual = 0; actual < shown; actual++) {
            int support = Math.max(1, confusion.support(actual));
            for (int predicted = 0; predicted < shown; predicted++) {
                float share = (float) Math.sqrt((double) confusion.count(actual, predicted) / support);
                shares[actual * shown + predicted] = actual == predicted ? -share : share;
            }
        }
        Pixels pixels = Pixels.signed(shares, shown);
        html.open("figure", "class", "matrix");
        html.empty(
                "img",
                "src",
                pixels.url(),
                "width",
                "" + pixels.width(),
                "height",
                "" + pixels.height(),
                "alt",
                "Confusion matrix of %s classes: %s of the samples are on its diagonal"
                        .formatted(confusion.classes(), Numbers.percent(confusion.accuracy())));
        html.element(
                "figcaption",
                "Rows are the true classes, columns the predicted ones. Blue is right, red wrong; the root of the share of"
                        + " the row is the strength."
                        + (shown < confusion.classes() ? " The first " + shown + " classes are shown." : ""));
        html.end();
    }
}
