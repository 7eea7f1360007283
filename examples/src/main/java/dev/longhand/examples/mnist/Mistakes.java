package dev.longhand.examples.mnist;

import dev.longhand.data.Dataset;
import dev.longhand.metric.ConfusionMatrix;
import dev.longhand.model.Model;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The classes that a network confuses. */
final class Mistakes {

    private Mistakes() {}

    /** How often one class was mistaken for another. */
    private record Pair(int actual, int predicted, int count) {}

    /** As in {@code Most confused: 4 as 9 (12), …}: class 4 was predicted as 9 for 12 samples. */
    static String mostConfused(ConfusionMatrix confusion, int pairs) {
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
                        .map(pair -> pair.actual() + " as " + pair.predicted() + " (" + pair.count() + ")")
                        .collect(Collectors.joining(", "));
    }

    /**
     * A sample and the class it was mistaken for.
     *
     * @param sample its index in the data set
     * @param confidence the output of the class it was mistaken for
     */
    record Mistake(int sample, int actual, int predicted, float confidence) {}

    /** All mistakes on a data set with labels, the most confident first. */
    static List<Mistake> of(Model model, Dataset data) {
        int classes = data.classes();
        float[] outputs = model.predict(data.inputs());
        List<Mistake> mistakes = new ArrayList<>();
        for (int sample = 0; sample < data.size(); sample++) {
            int best = 0;
            for (int c = 1; c < classes; c++) {
                if (outputs[sample * classes + c] > outputs[sample * classes + best]) {
                    best = c;
                }
            }
            if (best != data.label(sample)) {
                mistakes.add(new Mistake(sample, data.label(sample), best, outputs[sample * classes + best]));
            }
        }
        mistakes.sort(Comparator.comparingDouble(Mistake::confidence).reversed());
        return mistakes;
    }
}
