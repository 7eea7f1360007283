package dev.longhand.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The number of samples by true class (rows) and predicted class (columns). Immutable.
 *
 * <p>Where samples have weights, the counts don't depend on them, but all ratios are of sums of weights.
 *
 * <p>A ratio 0/0, such as the precision of a class that was never predicted, is 0.
 */
public final class ConfusionMatrix {

    private final int[][] counts;
    private final double[][] weights;

    /** These counts, [true class][predicted class], square; they are copied. */
    public ConfusionMatrix(int[][] counts) {
        this(
                counts,
                Arrays.stream(counts)
                        .map(row -> Arrays.stream(row).asDoubleStream().toArray())
                        .toArray(double[][]::new));
    }

    /**
     * Counts of samples with weights.
     *
     * @param counts [true class][predicted class], square; copied
     * @param weights the sum of the weights of the samples that each count is of; copied
     */
    ConfusionMatrix(int[][] counts, double[][] weights) {
        this.counts = new int[counts.length][];
        this.weights = new double[counts.length][];
        for (int i = 0; i < counts.length; i++) {
            if (counts[i].length != counts.length) {
                throw new IllegalArgumentException("row " + i + " of a confusion matrix of " + counts.length
                        + " classes has " + counts[i].length + " columns");
            }
            this.counts[i] = counts[i].clone();
            this.weights[i] = weights[i].clone();
        }
    }

    /** The number of classes. */
    public int classes() {
        return counts.length;
    }

    /** The number of samples of class {@code actual} that were predicted as class {@code predicted}. */
    public int count(int actual, int predicted) {
        return counts[actual][predicted];
    }

    /** The number of samples of this class. */
    public int support(int actual) {
        int sum = 0;
        for (int count : counts[actual]) {
            sum += count;
        }
        return sum;
    }

    /** The number of all samples. */
    public int total() {
        int sum = 0;
        for (int actual = 0; actual < classes(); actual++) {
            sum += support(actual);
        }
        return sum;
    }

    /** The share of samples whose class was predicted: Σ count(c, c) / total. */
    public double accuracy() {
        double correct = 0;
        double all = 0;
        for (int c = 0; c < classes(); c++) {
            correct += weights[c][c];
            all += weight(c);
        }
        return ratio(correct, all);
    }

    /** The share of the samples predicted as this class that belong to it. */
    public double precision(int c) {
        double predicted = 0;
        for (double[] row : weights) {
            predicted += row[c];
        }
        return ratio(weights[c][c], predicted);
    }

    /** The share of the samples of this class that were predicted as it. */
    public double recall(int c) {
        return ratio(weights[c][c], weight(c));
    }

    /** The sum of the weights of the samples of a class. */
    private double weight(int actual) {
        double sum = 0;
        for (double weight : weights[actual]) {
            sum += weight;
        }
        return sum;
    }

    /** The harmonic mean of precision and recall, 2·p·r/(p + r). */
    public double f1(int c) {
        return scores(c).f1();
    }

    /** Precision, recall and F1 of this class. */
    public Scores scores(int c) {
        return Scores.of(precision(c), recall(c));
    }

    /** The classes without samples, ascending: averages leave them out. */
    public List<Integer> absentClasses() {
        return IntStream.range(0, classes())
                .filter(c -> support(c) == 0)
                .boxed()
                .toList();
    }

    /** The mean over the classes that have samples, each class with the same weight. */
    public Scores macro() {
        return mean(c -> support(c) == 0 ? 0 : 1);
    }

    /** The mean over the classes, each weighted by the number of its samples, or by the sum of their weights. */
    public Scores weighted() {
        return mean(this::weight);
    }

    /**
     * The scores of all predictions taken together. Where each sample has one class and is predicted as one, each of the
     * three is the accuracy.
     */
    public Scores micro() {
        return Scores.of(accuracy(), accuracy());
    }

    private Scores mean(IntToDoubleFunction weight) {
        double sum = 0;
        double precision = 0;
        double recall = 0;
        double f1 = 0;
        for (int c = 0; c < classes(); c++) {
            double w = weight.applyAsDouble(c);
            Scores scores = scores(c);
            sum += w;
            precision += w * scores.precision();
            recall += w * scores.recall();
            f1 += w * scores.f1();
        }
        return sum == 0 ? new Scores(0, 0, 0) : new Scores(precision / sum, recall / sum, f1 / sum);
    }

    private static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    /** A table with one row for each true class: its counts, precision, recall and F1. */
    @Override
    public String toString() {
        int digits =
                Math.max(5, 1 + Integer.toString(Math.max(total(), classes())).length());
        StringBuilder text = new StringBuilder("true \\ predicted");
        String count = "%" + digits + "d";
        for (int c = 0; c < classes(); c++) {
            text.append(String.format(Locale.ROOT, count, c));
        }
        text.append("   precision  recall      F1\n");
        for (int actual = 0; actual < classes(); actual++) {
            text.append(String.format(Locale.ROOT, "%16d", actual));
            for (int c = 0; c < classes(); c++) {
                text.append(String.format(Locale.ROOT, count, counts[actual][c]));
            }
            text.append(String.format(
                    Locale.ROOT, "      %.4f  %.4f  %.4f\n", precision(actual), recall(actual), f1(actual)));
        }
        return text.toString();
    }
}
