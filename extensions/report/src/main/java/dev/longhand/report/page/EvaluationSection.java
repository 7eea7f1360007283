package dev.longhand.report.page;

import dev.longhand.metric.Evaluation;
import dev.longhand.report.html.Html;
import dev.longhand.report.html.Numbers;
import dev.longhand.report.run.Result;
import java.util.List;

/** How good the network is on each data set that it's evaluated on, and where it's wrong. */
final class EvaluationSection {

    private EvaluationSection() {}

    static String of(PageContent content, List<Examination> examinations) {
        Html html = new Html();
        for (Examination examination : examinations) {
            html.line("h3", capitalized(examination.name()));
            html.line(
                    "p",
                    "%s samples: %s."
                            .formatted(
                                    Numbers.count(examination.evaluation().samples()),
                                    examination.evaluation().task()));
            writeFigures(html, Result.of(examination.name(), examination.evaluation()));
            writeConfusions(html, content, examination);
            MistakesGallery.write(html, content, examination);
            ClassCurves.write(html, content, examination);
            ErrorPlot.write(html, examination);
        }
        return html.toString();
    }

    private static void writeFigures(Html html, Result result) {
        html.open("dl", "class", "tiles");
        result.figures()
                .forEach((name, value) -> html.open("div")
                        .element("dt", name)
                        .element(
                                "dd",
                                name.endsWith("accuracy") ? Numbers.fixed(value, 4) : Numbers.significant(value, 4))
                        .close());
        html.end();
    }

    private static void writeConfusions(Html html, PageContent content, Examination examination) {
        Evaluation evaluation = examination.evaluation();
        if (evaluation.outputs().isEmpty()) {
            if (evaluation.task().isClassification()) {
                ConfusionTable.write(html, "Confusion matrix", evaluation.confusion(), content.names());
            }
            return;
        }
        evaluation.outputs().forEach((name, output) -> {
            if (output.task().isClassification()) {
                ConfusionTable.write(html, "Confusion matrix of " + name, output.confusion(), content.names());
            }
        });
    }

    static String capitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
