package dev.longhand.report.page;

import dev.longhand.data.Dataset;
import dev.longhand.metric.Calibration;
import dev.longhand.metric.ClassProbabilities;
import dev.longhand.metric.Task;
import dev.longhand.report.chart.LineChart;
import dev.longhand.report.chart.Series;
import dev.longhand.report.html.Html;
import dev.longhand.report.html.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The ROC curves of classes, and how far outputs can be taken for probabilities. */
final class ClassCurves {

    private static final int BINS = 10;

    private ClassCurves() {}

    static void write(Html html, PageContent content, Examination examination) {
        Task task = examination.evaluation().task();
        if (!task.isClassification() || examination.outputs().isEmpty()) {
            return;
        }
        int[] labels = labels(task, examination.data());
        if (IntStream.of(labels).anyMatch(label -> label < 0)) {
            return;
        }
        float[] scores = scores(task, examination.outputs().get());
        ClassProbabilities probabilities = ClassProbabilities.of(scores, labels, task.classes());
        html.open("div", "class", "charts");
        writeRoc(html, content, probabilities, scores, labels);
        writeCalibration(html, probabilities);
        html.end();
    }

    private static int[] labels(Task task, Dataset data) {
        float[] targets = data.targets();
        return IntStream.range(0, data.size())
                .map(sample -> task.targetClass(targets, sample))
                .toArray();
    }

    /** The outputs of each class: of a single output a, 1 − a and a. */
    private static float[] scores(Task task, float[] outputs) {
        if (task.outputs() > 1) {
            return outputs;
        }
        float[] both = new float[2 * outputs.length];
        for (int i = 0; i < outputs.length; i++) {
            both[2 * i] = 1 - outputs[i];
            both[2 * i + 1] = outputs[i];
        }
        return both;
    }

    private static void writeRoc(
            Html html, PageContent content, ClassProbabilities probabilities, float[] scores, int[] labels) {
        int classes = probabilities.classes();
        List<Integer> shown = new ArrayList<>();
        for (int c = classes == 2 ? 1 : 0; c < classes; c++) {
            if (!Double.isNaN(probabilities.rocAuc(c))) {
                shown.add(c);
            }
        }
        shown.sort(Comparator.comparingDouble(probabilities::rocAuc));
        List<Series> curves = new ArrayList<>();
        for (int c : shown.subList(0, Math.min(LineChart.MOST_LINES, shown.size()))) {
            String name =
                    "%s, area %s".formatted(content.names().of(c, classes), Numbers.fixed(probabilities.rocAuc(c), 4));
            curves.add(curve(name, c, scores, labels, classes));
        }
        String title = shown.size() > LineChart.MOST_LINES
                ? "ROC: true positive rate, the %s hardest of %s classes".formatted(LineChart.MOST_LINES, classes)
                : "ROC: true positive rate";
        LineChart.of(title, "false positive rate", curves).unitSquare().write(html);
    }

    /** The true positive rate by the false positive rate, at each threshold. */
    private static Series curve(String name, int c, float[] scores, int[] labels, int classes) {
        List<Integer> order = IntStream.range(0, labels.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> scores[i * classes + c])
                        .reversed())
                .toList();
        long positives = IntStream.of(labels).filter(label -> label == c).count();
        long negatives = labels.length - positives;
        double[] x = new double[labels.length + 1];
        double[] y = new double[labels.length + 1];
        int points = 1;
        int right = 0;
        int wrong = 0;
        for (int i = 0; i < order.size(); i++) {
            int sample = order.get(i);
            right += labels[sample] == c ? 1 : 0;
            wrong += labels[sample] == c ? 0 : 1;
            boolean isSameScore =
                    i + 1 < order.size() && scores[order.get(i + 1) * classes + c] == scores[sample * classes + c];
            if (!isSameScore) {
                x[points] = (double) wrong / negatives;
                y[points] = (double) right / positives;
                points++;
            }
        }
        return corners(name, x, y, points);
    }

    /** The points at which the curve turns. */
    private static Series corners(String name, double[] x, double[] y, int points) {
        List<Integer> corners = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            boolean isStraight = i > 0
                    && i + 1 < points
                    && ((x[i - 1] == x[i] && x[i] == x[i + 1]) || (y[i - 1] == y[i] && y[i] == y[i + 1]));
            if (!isStraight) {
                corners.add(i);
            }
        }
        return new Series(
                name,
                corners.stream().mapToDouble(i -> x[i]).toArray(),
                corners.stream().mapToDouble(i -> y[i]).toArray());
    }

    private static void writeCalibration(Html html, ClassProbabilities probabilities) {
        Calibration calibration;
        try {
            calibration = probabilities.calibration(BINS);
        } catch (IllegalStateException e) {
            html.line(
                    "p",
                    "There is no calibration curve: the outputs aren't probabilities that sum to 1.",
                    "class",
                    "note");
            return;
        }
        Series curve = new Series(
                "expected error %s".formatted(Numbers.fixed(calibration.expectedError(), 4)),
                calibration.bins().stream()
                        .mapToDouble(Calibration.Bin::confidence)
                        .toArray(),
                calibration.bins().stream()
                        .mapToDouble(Calibration.Bin::accuracy)
                        .toArray());
        LineChart.of("Calibration: accuracy", "confidence", List.of(curve))
                .unitSquare()
                .write(html);
    }
}
