package dev.longhand.report.page;

import dev.longhand.report.html.Html;
import dev.longhand.report.html.Numbers;
import dev.longhand.report.run.Course.State;
import dev.longhand.report.run.Result;
import dev.longhand.report.run.Run;
import dev.longhand.training.EpochResult;
import java.util.Map;

/** What ran, how it ended, and the figures that matter most. */
final class HeadSection {

    /** The figures of a result that are shown at the top. */
    private static final int FIGURES = 2;

    private HeadSection() {}

    static String of(PageContent content) {
        Run run = content.run();
        Html html = new Html();
        html.line("p", "Longhand report", "class", "over");
        html.line("h1", run.title());
        if (!run.command().isEmpty()) {
            html.open("p", "class", "command").element("code", run.command()).end();
        }
        html.line(
                "p",
                run.course().state().words(),
                "class",
                "state " + style(run.course().state()));
        html.open("dl", "class", "tiles");
        for (Result result : run.results()) {
            result.figures().entrySet().stream()
                    .limit(FIGURES)
                    .forEach(figure -> tile(
                            html,
                            EvaluationSection.capitalized(result.data()) + ", " + figure.getKey(),
                            value(figure)));
        }
        if (!run.course().epochs().isEmpty()) {
            EpochResult last = run.course().epochs().get(run.course().epochs().size() - 1);
            tile(html, "Training loss, last epoch", Numbers.significant(last.loss(), 4));
            tile(html, "Epochs", last.epoch() + " of " + run.course().planned());
            tile(html, "Training time", Numbers.significant(run.course().seconds(), 3) + " s");
        }
        tile(html, "Parameters", Numbers.count(content.info().parameterCount()));
        html.end();
        html.line(
                "p",
                "Longhand %s on Java %s; %s. Kernels: %s."
                        .formatted(
                                run.environment().longhand(),
                                run.environment().java(),
                                run.environment().system(),
                                run.environment().kernels()),
                "class",
                "note");
        for (String warning : run.course().warnings()) {
            html.line("p", "Warning: " + warning, "class", "warning");
        }
        return html.toString();
    }

    private static String style(State state) {
        return switch (state.kind()) {
            case FINISHED, UNTRAINED -> "good";
            case RUNNING, STOPPED -> "fair";
            case DIVERGED -> "bad";
        };
    }

    private static String value(Map.Entry<String, Double> figure) {
        return figure.getKey().endsWith("accuracy")
                ? Numbers.fixed(figure.getValue(), 4)
                : Numbers.significant(figure.getValue(), 4);
    }

    private static void tile(Html html, String name, String value) {
        html.open("div").element("dt", name).element("dd", value).end();
    }
}
