package dev.longhand.report.page;

import dev.longhand.Shape;
import dev.longhand.data.Dataset;
import dev.longhand.metric.Task;
import dev.longhand.report.html.Html;
import dev.longhand.report.html.Numbers;
import dev.longhand.report.picture.Mistakes;
import dev.longhand.report.picture.Mistakes.Mistake;
import dev.longhand.report.picture.Pixels;
import dev.longhand.report.picture.Raster;
import java.util.List;

/** The most confident mistakes: as images, if the samples are images, otherwise in numbers. */
final class MistakesGallery {

    private static final int MOST_IMAGES = 40;
    private static final int MOST_ROWS = 15;
    private static final int MOST_INPUTS = 8;

    /** The most pixels of an image. */
    private static final int MOST_PIXELS = 64 * 64;

    private MistakesGallery() {}

    static void write(Html html, PageContent content, Examination examination) {
        Task task = examination.evaluation().task();
        if (!task.isClassification() || examination.outputs().isEmpty()) {
            return;
        }
        List<Mistake> mistakes = Mistakes.of(task, examination.outputs().get(), examination.data());
        if (mistakes.isEmpty()) {
            html.line("p", "No sample is classified wrongly.");
            return;
        }
        boolean areImages = content.image().isPresent();
        int shown = Math.min(mistakes.size(), areImages ? MOST_IMAGES : MOST_ROWS);
        html.line(
                "h4",
                shown == mistakes.size()
                        ? shown == 1 ? "The only mistake" : "All %s mistakes, the most confident first".formatted(shown)
                        : "The %s most confident of %s mistakes".formatted(shown, Numbers.count(mistakes.size())));
        if (areImages) {
            html.open("ul", "class", "gallery");
            mistakes.subList(0, shown)
                    .forEach(mistake -> writeImage(
                            html,
                            content,
                            examination.data(),
                            mistake,
                            content.image().get(),
                            task));
            html.end();
        } else {
            writeTable(html, content, examination.data(), mistakes.subList(0, shown), task);
        }
    }

    private static void writeImage(
            Html html, PageContent content, Dataset data, Mistake mistake, Shape shape, Task task) {
        String actual = content.names().of(mistake.actual(), task.classes());
        String predicted = content.names().of(mistake.predicted(), task.classes());
        Pixels pixels = Raster.of(
                        data.input(mistake.sample()),
                        shape.dimension(0),
                        shape.dimension(1),
                        shape.dimension(2),
                        MOST_PIXELS)
                .stretched();
        html.open("li").open("figure");
        html.empty(
                "img",
                "src",
                pixels.url(),
                "width",
                "" + pixels.width(),
                "height",
                "" + pixels.height(),
                "alt",
                "Sample %s: %s, taken for %s".formatted(mistake.sample(), actual, predicted));
        html.element("figcaption", "%s as %s, %s".formatted(actual, predicted, confidence(mistake.confidence())));
        html.close().end();
    }

    /** A probability as a percentage; an output that is none as a number. */
    private static String confidence(float output) {
        return output >= 0 && output <= 1 ? Numbers.percent(output) : Numbers.significant(output, 3);
    }

    private static void writeTable(Html html, PageContent content, Dataset data, List<Mistake> mistakes, Task task) {
        int inputs = Math.min(MOST_INPUTS, data.inputShape().size());
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Mistakes");
        html.open("table");
        html.line(
                "caption",
                inputs < data.inputShape().size()
                        ? "The first %s of %s numbers of each input"
                                .formatted(
                                        inputs, Numbers.count(data.inputShape().size()))
                        : "Inputs as the network reads them");
        html.open("thead").open("tr");
        html.element("th", "Sample", "scope", "col", "class", "number");
        html.element("th", "True", "scope", "col");
        html.element("th", "Predicted", "scope", "col");
        html.element("th", "Output", "scope", "col", "class", "number");
        for (int i = 0; i < inputs; i++) {
            html.element("th", data.inputName(i), "scope", "col", "class", "number");
        }
        html.close().end();
        html.open("tbody");
        for (Mistake mistake : mistakes) {
            html.open("tr");
            html.element("th", Integer.toString(mistake.sample()), "scope", "row", "class", "number");
            html.element("td", content.names().of(mistake.actual(), task.classes()));
            html.element("td", content.names().of(mistake.predicted(), task.classes()));
            html.element("td", Numbers.fixed(mistake.confidence(), 4), "class", "number");
            float[] x = data.input(mistake.sample());
            for (int i = 0; i < inputs; i++) {
                html.element("td", Numbers.significant(x[i], 4), "class", "number");
            }
            html.end();
        }
        html.close().close().end();
    }
}
