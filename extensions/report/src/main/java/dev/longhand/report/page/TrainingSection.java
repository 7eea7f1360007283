package dev.longhand.report.page;

import dev.longhand.report.chart.LineChart;
import dev.longhand.report.chart.Series;
import dev.longhand.report.html.Html;
import dev.longhand.report.html.Numbers;
import dev.longhand.report.run.Course;
import dev.longhand.training.EpochResult;
import dev.longhand.training.Monitor;
import dev.longhand.training.OutputResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The curves of the training, and a table of its epochs. */
final class TrainingSection {

    /** The most epochs in the table. */
    private static final int MOST_ROWS = 100;

    private TrainingSection() {}

    static String of(PageContent content) {
        Course course = content.run().course();
        if (course.epochs().isEmpty()) {
            return "";
        }
        Html html = new Html();
        html.open("div", "class", "charts");
        Optional<EpochResult> leastLoss = course.best(Monitor.VALIDATION_LOSS, Monitor.LOSS);
        Optional<EpochResult> bestAccuracy = course.best(Monitor.VALIDATION_ACCURACY, Monitor.ACCURACY);
        marked(
                        LineChart.of(
                                "Loss",
                                "epoch",
                                List.of(
                                        series("training", course, EpochResult::loss),
                                        series("validation", course, EpochResult::validationLoss))),
                        leastLoss,
                        epoch -> either(epoch.validationLoss(), epoch.loss()))
                .write(html);
        marked(
                        LineChart.of(
                                "Accuracy",
                                "epoch",
                                List.of(
                                        series("training", course, EpochResult::accuracy),
                                        series("validation", course, EpochResult::validationAccuracy))),
                        bestAccuracy,
                        epoch -> either(epoch.validationAccuracy(), epoch.accuracy()))
                .write(html);
        writeOutputs(html, course);
        LineChart.of(
                        "Learning rate, last step",
                        "epoch",
                        List.of(series("learning rate", course, EpochResult::learningRate)))
                .write(html);
        writeNorms(html, "Gradients", content.norms().epochs(), content.norms().gradients());
        writeNorms(
                html, "Activations", content.norms().epochs(), content.norms().activations());
        html.end();
        if (content.norms().epochs().length > 0) {
            html.line(
                    "p",
                    "Gradients are those of a layer's parameters and activations its outputs, as root mean squares in the"
                            + " last batch of each epoch.",
                    "class",
                    "note");
        }
        writeEpochs(html, course);
        return html.toString();
    }

    private static LineChart marked(LineChart chart, Optional<EpochResult> best, ToDoubleFunction<EpochResult> value) {
        return best.map(epoch -> chart.mark(
                        epoch.epoch(),
                        value.applyAsDouble(epoch),
                        "best: %s in epoch %s"
                                .formatted(Numbers.significant(value.applyAsDouble(epoch), 4), epoch.epoch())))
                .orElse(chart);
    }

    private static double either(double validation, double training) {
        return Double.isNaN(validation) ? training : validation;
    }

    private static Series series(String name, Course course, ToDoubleFunction<EpochResult> figure) {
        return new Series(
                name,
                numbers(course),
                course.epochs().stream().mapToDouble(figure).toArray());
    }

    private static double[] numbers(Course course) {
        return course.epochs().stream().mapToDouble(EpochResult::epoch).toArray();
    }

    /** The losses and accuracies of several outputs, those of validation if there is one. */
    private static void writeOutputs(Html html, Course course) {
        if (course.outputs().isEmpty() || course.outputs().get(0).isEmpty()) {
            return;
        }
        List<Series> losses = new ArrayList<>();
        List<Series> accuracies = new ArrayList<>();
        for (int k = 0; k < course.outputs().get(0).size(); k++) {
            String name = course.outputs().get(0).get(k).output();
            losses.add(output(name, k, course, OutputResult::loss, OutputResult::validationLoss));
            accuracies.add(output(name, k, course, OutputResult::accuracy, OutputResult::validationAccuracy));
        }
        LineChart.of("Loss of each output", "epoch", losses).write(html);
        LineChart.of("Accuracy of each output", "epoch", accuracies).write(html);
    }

    private static Series output(
            String name,
            int k,
            Course course,
            ToDoubleFunction<OutputResult> training,
            ToDoubleFunction<OutputResult> validation) {
        double[] values = course.outputs().stream()
                .map(outputs -> outputs.get(k))
                .mapToDouble(result -> either(validation.applyAsDouble(result), training.applyAsDouble(result)))
                .toArray();
        return new Series(name, numbers(course), values);
    }

    /** A line for each layer, or for layers spread over the network if there are more than colours. */
    private static void writeNorms(Html html, String title, double[] epochs, Map<String, double[]> norms) {
        List<String> layers = new ArrayList<>(norms.keySet());
        List<Series> lines = new ArrayList<>();
        int shown = Math.min(LineChart.MOST_LINES, layers.size());
        for (int i = 0; i < shown; i++) {
            int layer = shown == 1 ? 0 : Math.round((float) i * (layers.size() - 1) / (shown - 1));
            double[] values = norms.getOrDefault(layers.get(layer), new double[0]);
            lines.add(new Series(layers.get(layer), epochs, values));
        }
        String more = shown < layers.size() ? " of %s of %s layers".formatted(shown, layers.size()) : " by layer";
        LineChart.of(title + more, "epoch", lines).logarithmic().write(html);
    }

    private static void writeEpochs(Html html, Course course) {
        List<EpochResult> epochs = course.epochs();
        html.open("details");
        html.element("summary", "All epochs in numbers").markup("\n");
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Epochs");
        html.open("table");
        List<String> names = new ArrayList<>(List.of("Epoch", "Loss", "Accuracy"));
        boolean isValidated = epochs.stream().anyMatch(epoch -> !Double.isNaN(epoch.validationLoss()));
        if (isValidated) {
            names.addAll(List.of("Validation loss", "Validation accuracy"));
        }
        names.addAll(List.of("Learning rate", "Seconds"));
        html.open("thead").open("tr");
        names.forEach(name -> html.element("th", name, "scope", "col", "class", "number"));
        html.close().end();
        html.open("tbody");
        int shown = Math.min(MOST_ROWS, epochs.size());
        for (int i = 0; i < shown; i++) {
            int index = shown == 1 ? 0 : (int) ((long) i * (epochs.size() - 1) / (shown - 1));
            writeEpoch(html, epochs.get(index), isValidated);
        }
        html.close().close().end();
        if (shown < epochs.size()) {
            html.line("p", "The table shows %s of %s epochs.".formatted(shown, Numbers.count(epochs.size())));
        }
        html.end();
    }

    private static void writeEpoch(Html html, EpochResult epoch, boolean isValidated) {
        html.open("tr");
        html.element("th", Integer.toString(epoch.epoch()), "scope", "row", "class", "number");
        number(html, Numbers.fixed(epoch.loss(), 5));
        number(html, Numbers.fixed(epoch.accuracy(), 4));
        if (isValidated) {
            number(html, Numbers.fixed(epoch.validationLoss(), 5));
            number(html, Numbers.fixed(epoch.validationAccuracy(), 4));
        }
        number(html, Numbers.significant(epoch.learningRate(), 4));
        html.element("td", Numbers.fixed(epoch.seconds(), 2), "class", "number time");
        html.end();
    }

    private static void number(Html html, String text) {
        html.element("td", text, "class", "number");
    }
}
