package dev.longhand.report.run;

import dev.longhand.metric.Evaluation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How good a network is on some data.
 *
 * @param data what the data is: {@code test set}
 * @param samples the number of samples
 * @param figures the metrics by name, in the order in which they are shown
 */
public record Result(String data, int samples, Map<String, Double> figures) {

    public Result {
        figures = new LinkedHashMap<>(figures);
    }

    /** The figures of an evaluation: of classes the accuracy first, and of several outputs those of each. */
    public static Result of(String data, Evaluation evaluation) {
        Map<String, Double> figures = new LinkedHashMap<>();
        if (evaluation.outputs().isEmpty()) {
            add(figures, "", evaluation);
        } else {
            figures.put("loss", evaluation.loss());
            evaluation.outputs().forEach((name, output) -> add(figures, name + " ", output));
        }
        return new Result(data, evaluation.samples(), figures);
    }

    private static void add(Map<String, Double> figures, String prefix, Evaluation evaluation) {
        if (evaluation.task().isClassification()) {
            figures.put(prefix + "accuracy", evaluation.accuracy());
            figures.put(prefix + "loss", evaluation.loss());
            figures.put(prefix + "F1", evaluation.f1());
        } else {
            figures.put(prefix + "loss", evaluation.loss());
            figures.put(prefix + "root mean squared error", evaluation.rootMeanSquaredError());
            figures.put(prefix + "mean absolute error", evaluation.meanAbsoluteError());
            figures.put(prefix + "R²", evaluation.r2());
        }
    }
}
