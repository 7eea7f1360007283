package dev.longhand.report.picture;

import dev.longhand.data.Dataset;
import dev.longhand.metric.ConfusionMatrix;
import dev.longhand.metric.Task;
import dev.longhand.model.Model;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** The classes that a network confuses. */
public final class Mistakes {

    private Mistakes() {}

    /** How often one class was mistaken for another. */
    private record Pair(int actual, int predicted, int count) {}

    /** As in {@code Most confused: 4 as 9 (12), …}: class 4 was predicted as 9 for 12 samples. */
    public static String mostConfused(ConfusionMatrix confusion, int pairs) {
        return mostConfused(confusion, pairs, Integer::toString);
    }

    /** The same with the names of classes. */
    public static String mostConfused(ConfusionMatrix confusion, int pairs, IntFunction<String> names) {
        List<Pair> all = new ArrayList<>();
        for (int actual = 0; actual < confusion.classes(); actual++) {
            for (int predicted = 0; predicted < confusion.classes(); predicted++) {
                if (actual != predicted && confusion.count(actual, predicted) > 0) {
                    all.add(new Pair(actual, predicted, confusion.count(actual, predicted)));
                }
            }
        }
        if (all.isEmpty()) {
            return "Nothing was confused";
        }
        return "Most confused: "
                + all.stream()
                        .sorted(Comparator.comparingInt(Pair::count).reversed())
                        .limit(pairs)
                        .map(pair -> names.apply(pair.actual()) + " as " + names.apply(pair.predicted()) + " ("
                                + pair.count() + ")")
                        .collect(Collectors.joining(", "));
    }

    /**
     * A sample and the class it was mistaken for.
     *
     * @param sample its index in the data set
     * @param actual its class
     * @param predicted the class it was mistaken for
     * @param confidence the output of the class it was mistaken for
     */
    public record Mistake(int sample, int actual, int predicted, float confidence) {}

    /**
     * All mistakes on a data set, the most confident first.
     *
     * @throws IllegalArgumentException if the task has no classes, or a class for each step
     */
    public static List<Mistake> of(Model model, Dataset data) {
        return of(Task.of(model.info(), data), model.predict(data.inputs()), data);
    }

    /**
     * The same, of outputs that are known.
     *
     * @param outputs [n][output], flat, for the n samples of the data set
     */
    public static List<Mistake> of(Task task, float[] outputs, Dataset data) {
        if (!task.isClassification() || outputs.length != data.size() * task.outputs()) {
            throw new IllegalArgumentException(
                    "only samples with one class each can be mistaken for another, not " + task);
        }
        float[] targets = data.targets();
        List<Mistake> mistakes = new ArrayList<>();
        for (int sample = 0; sample < data.size(); sample++) {
            int predicted = task.classOf(outputs, sample);
            int actual = task.targetClass(targets, sample);
            if (predicted >= 0 && actual >= 0 && predicted != actual) {
                mistakes.add(new Mistake(sample, actual, predicted, confidence(task, outputs, sample, predicted)));
            }
        }
        mistakes.sort(Comparator.comparingDouble(Mistake::confidence).reversed());
        return mistakes;
    }

    /** The output of a class; a single output is that of class 1, and what is left to 1 that of class 0; of targets −1 and 1 its distance from 0. */
    private static float confidence(Task task, float[] outputs, int sample, int predicted) {
        if (task.outputs() == 1 && task.threshold() == 0) {
            return Math.abs(outputs[sample]);
        }
        if (task.outputs() == 1) {
            return predicted == 1 ? outputs[sample] : 1 - outputs[sample];
        }
        return outputs[sample * task.outputs() + predicted];
    }
}
