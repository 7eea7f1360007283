package dev.longhand.metric;

import dev.longhand.data.Dataset;
import dev.longhand.data.SampleReader;
import dev.longhand.data.SampleSource;
import dev.longhand.model.Model;
import dev.longhand.model.OutputInfo;
import dev.longhand.model.Threads;
import dev.longhand.model.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The probabilities that a model gives to the classes of samples, beside their true classes, and the metrics that need
 * more than the predicted class. Immutable.
 *
 * <pre>{@code
 * ClassProbabilities probabilities = ClassProbabilities.of(model, test);
 * probabilities.topAccuracy(3);
 * probabilities.rocAuc();
 * }</pre>
 *
 * <p>A network with one output has two classes: p is the probability of class 1, and 1 − p that of class 0. Masked steps, and
 * rows of targets that name no class, being all 0, are left out. All others count by the weights of their samples.
 */
public final class ClassProbabilities {

    /** How far from 1 a sum of probabilities may be. */
    private static final double TOLERANCE = 1e-3;

    /** [samples][classes], flat. */
    private final float[] probabilities;

    /** The true class of each sample. */
    private final int[] labels;

    /** How much each sample counts. */
    private final float[] weights;

    /** Σ w. */
    private final double weight;

    private final int classes;

    private ClassProbabilities(float[] probabilities, int[] labels, float[] weights, int classes) {
        this.probabilities = probabilities;
        this.labels = labels;
        this.weights = weights;
        double sum = 0;
        for (float w : weights) {
            sum += w;
        }
        weight = sum;
        this.classes = classes;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException(
                        "class " + labels[i] + " of sample " + i + " is not one of 0 to " + (classes - 1));
            }
            for (int c = 0; c < classes; c++) {
                if (Float.isNaN(probabilities[i * classes + c])) {
                    throw new IllegalArgumentException("the probability of class " + c + " of sample " + i + " is NaN:"
                            + " look for NaN and for very large numbers in this sample and in the parameters");
                }
            }
        }
    }

    /**
     * Metrics of given probabilities.
     *
     * @param probabilities [n][classes], flat, n at least 1; copied
     * @param labels [n], each from 0 to classes − 1; copied
     * @param classes the number of classes, at least 2
     */
    public static ClassProbabilities of(float[] probabilities, int[] labels, int classes) {
        float[] weights = new float[labels.length];
        Arrays.fill(weights, 1);
        return of(probabilities, labels, weights, classes);
    }

    /**
     * Metrics of given probabilities by the weights of samples.
     *
     * @param probabilities [n][classes], flat, n at least 1; copied
     * @param labels [n], each from 0 to classes − 1; copied
     * @param weights [n], how much each sample counts, at least 0 and not all 0; copied
     * @param classes the number of classes, at least 2
     */
    public static ClassProbabilities of(float[] probabilities, int[] labels, float[] weights, int classes) {
        if (classes < 2 || labels.length == 0 || probabilities.length != (long) labels.length * classes) {
            throw new IllegalArgumentException(labels.length + " samples of " + classes + " classes have "
                    + (long) labels.length * classes + " probabilities, but " + probabilities.length
                    + " were given; at least 1 sample and 2 classes are needed");
        }
        requireWeights(weights, labels.length);
        return new ClassProbabilities(probabilities.clone(), labels.clone(), weights.clone(), classes);
    }

    private static void requireWeights(float[] weights, int samples) {
        if (weights.length != samples) {
            throw new IllegalArgumentException(
                    weights.length + " weights were given for " + samples + " samples: each needs one");
        }
        boolean counts = false;
        for (int i = 0; i < samples; i++) {
            if (!(weights[i] >= 0 && weights[i] <= Float.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "weight " + weights[i] + " of sample " + i + " must be finite and at least 0");
            }
            counts |= weights[i] > 0;
        }
        if (!counts) {
            throw new IllegalArgumentException("all weights are 0: at least one sample must count");
        }
    }

    /**
     * Predicts all samples.
     *
     * @throws IllegalArgumentException if the sizes of samples and network differ, the task is a regression, an output is
     *     NaN, or no target of a sample that counts names a class
     */
    public static ClassProbabilities of(Model model, Dataset data) {
        Task task = Task.of(model.info(), data);
        requireOneOutput(model, task);
        return of(model, data, task, model.info().outputs().get(0));
    }

    /**
     * Predicts all samples, and takes the probabilities of one of several outputs.
     *
     * @param output the name of its layer
     * @throws IllegalArgumentException as {@link #of(Model, Dataset)}
     */
    public static ClassProbabilities of(Model model, Dataset data, String output) {
        data.requireFits(model.info());
        OutputInfo info = model.info().output(output);
        return of(model, data, Task.of(model.info(), info), info);
    }

    private static ClassProbabilities of(Model model, Dataset data, Task task, OutputInfo output) {
        requireClasses(model, task);
        Workspace ws = Workspace.forEvaluating(model.info(), data.size(), Threads.of(1));
        return of(model, task, output, EvaluationData.of(data), ws);
    }

    /**
     * Predicts all samples of a source, which are read once; only probabilities and classes are kept.
     *
     * @throws IllegalArgumentException as {@link #of(Model, Dataset)}
     * @throws IOException if a sample can't be read
     */
    public static ClassProbabilities of(Model model, SampleSource source) throws IOException {
        Task task = Task.of(model.info(), source);
        requireOneOutput(model, task);
        return of(model, source, task, model.info().outputs().get(0));
    }

    /** The same for one of several outputs, by the name of its layer. */
    public static ClassProbabilities of(Model model, SampleSource source, String output) throws IOException {
        source.requireFits(model.info());
        OutputInfo info = model.info().output(output);
        return of(model, source, Task.of(model.info(), info), info);
    }

    private static ClassProbabilities of(Model model, SampleSource source, Task task, OutputInfo output)
            throws IOException {
        requireClasses(model, task);
        Workspace ws = EvaluationData.workspace(model.info(), source);
        try (SampleReader reader = source.open()) {
            EvaluationData data = new EvaluationData.Streamed(model.info(), source, reader, ws.maxBatch());
            return of(model, task, output, data, ws);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void requireOneOutput(Model model, Task task) {
        if (task.kind() == Task.Kind.SEVERAL) {
            throw new IllegalArgumentException(model.info().name()
                    + " has several outputs: name one of them, as in of(model, data, \""
                    + model.info().outputs().get(0).name() + "\")");
        }
    }

    private static void requireClasses(Model model, Task task) {
        if (!task.isClassification()) {
            throw new IllegalArgumentException(model.info().name() + " on this data set is a " + task
                    + ", which has no classes: look at Evaluation");
        }
    }

    private static ClassProbabilities of(Model model, Task task, OutputInfo output, EvaluationData data, Workspace ws) {
        CollectedClasses collected = CollectedClasses.of(model, task, output, data, ws);
        return new ClassProbabilities(
                collected.probabilities(), collected.labels(), collected.weights(), task.classes());
    }

    /** The number of samples, or of steps of samples, that name a class. */
    public int samples() {
        return labels.length;
    }

    /** The number of classes. */
    public int classes() {
        return classes;
    }

    /**
     * The share of samples whose true class is among the k with the largest probabilities; of equal ones the first counts
     * as the larger.
     *
     * @param k from 1 to the number of classes
     */
    public double topAccuracy(int k) {
        if (k < 1 || k > classes) {
            throw new IllegalArgumentException(
                    "the top " + k + " of " + classes + " classes don't exist: use 1 to " + classes);
        }
        double hits = 0;
        for (int i = 0; i < labels.length; i++) {
            hits += rank(i) < k ? weights[i] : 0;
        }
        return hits / weight;
    }

    /** How many classes come before the true one. */
    private int rank(int sample) {
        int row = sample * classes;
        float own = probabilities[row + labels[sample]];
        int rank = 0;
        for (int c = 0; c < classes; c++) {
            float p = probabilities[row + c];
            rank += p > own || p == own && c < labels[sample] ? 1 : 0;
        }
        return rank;
    }

    /**
     * Log loss: the mean of −ln p of the true class, infinite if that is ever 0.
     *
     * @throws IllegalStateException if the outputs aren't probabilities
     */
    public double logLoss() {
        requireProbabilities();
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            sum -= weights[i] == 0 ? 0 : weights[i] * StrictMath.log(probabilities[i * classes + labels[i]]);
        }
        return sum / weight;
    }

    /**
     * The Brier score: the mean over samples of Σ(p − y)² over the classes, y being 1 for the true class and 0 for others
     * (Brier, 1950), from 0, the best, to 2. For two classes many define it by class 1 alone, which is half of this.
     *
     * @throws IllegalStateException if the outputs aren't probabilities
     */
    public double brierScore() {
        requireProbabilities();
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            double error = probabilities[i] - (labels[i / classes] == i % classes ? 1.0 : 0.0);
            sum += weights[i / classes] * (error * error);
        }
        return sum / weight;
    }

    /**
     * The area under the ROC curve of one class against all others: the chance that a random sample of the class has a
     * larger output than a random other one; ½ is guessing, 1 perfect. NaN if all samples are of the class, or none.
     */
    public double rocAuc(int c) {
        RankedScores ranked = ranked(c);
        return ranked.hasBoth() ? ranked.rocAuc() : Double.NaN;
    }

    /** The area under the ROC curve of class 1 of two; of many classes the mean over those that have samples. */
    public double rocAuc() {
        return classes == 2 ? rocAuc(1) : mean(this::rocAuc);
    }

    /**
     * The area under the precision-recall curve of one class against all others, as average precision: Σ (Rᵢ − Rᵢ₋₁)·Pᵢ
     * over all thresholds. Guessing gives the share of the class; 1 is perfect. NaN if no sample is of the class.
     */
    public double prAuc(int c) {
        RankedScores ranked = ranked(c);
        return ranked.hasOfClass() ? ranked.averagePrecision() : Double.NaN;
    }

    /** The area under the precision-recall curve of class 1 of two; of many classes the mean over those that have samples. */
    public double prAuc() {
        return classes == 2 ? prAuc(1) : mean(this::prAuc);
    }

    /** The mean over the classes for which the metric isn't NaN; NaN if there are none. */
    private double mean(IntToDoubleFunction metric) {
        return IntStream.range(0, classes)
                .mapToDouble(metric)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    private RankedScores ranked(int c) {
        if (c < 0 || c >= classes) {
            throw new IllegalArgumentException("class " + c + " is not one of 0 to " + (classes - 1));
        }
        float[] scores = new float[labels.length];
        boolean[] isOfClass = new boolean[labels.length];
        for (int i = 0; i < labels.length; i++) {
            scores[i] = probabilities[i * classes + c];
            isOfClass[i] = labels[i] == c;
        }
        return new RankedScores(scores, isOfClass, weights);
    }

    /**
     * Groups the predictions by confidence.
     *
     * @param bins the number of bins of equal width from 0 to 1, at least 1; 10 or 15 are usual
     * @throws IllegalStateException if the outputs aren't probabilities
     */
    public Calibration calibration(int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException(bins + " bins hold nothing: use 10 or 15");
        }
        requireProbabilities();
        int[] counts = new int[bins];
        double[] right = new double[bins];
        double[] sums = new double[bins];
        double[] confidence = new double[bins];
        for (int i = 0; i < labels.length; i++) {
            float largest = 0;
            for (int c = 0; c < classes; c++) {
                largest = Math.max(largest, probabilities[i * classes + c]);
            }
            int bin = Math.min(bins - 1, Math.max(0, (int) Math.ceil((double) largest * bins) - 1));
            counts[bin] += weights[i] > 0 ? 1 : 0;
            sums[bin] += weights[i];
            confidence[bin] += (double) weights[i] * largest;
            right[bin] += rank(i) == 0 ? weights[i] : 0;
        }
        return new Calibration(IntStream.range(0, bins)
                .filter(b -> counts[b] > 0)
                .mapToObj(b -> new Calibration.Bin(
                        (double) b / bins,
                        (b + 1.0) / bins,
                        counts[b],
                        sums[b],
                        confidence[b] / sums[b],
                        right[b] / sums[b]))
                .toList());
    }

    private void requireProbabilities() {
        for (int i = 0; i < labels.length; i++) {
            double sum = 0;
            boolean isInside = true;
            for (int c = 0; c < classes; c++) {
                float p = probabilities[i * classes + c];
                isInside &= p >= 0 && p <= 1;
                sum += p;
            }
            if (!isInside || Math.abs(sum - 1) > TOLERANCE) {
                throw new IllegalStateException(String.format(
                        Locale.ROOT,
                        "the outputs of sample %d are no probabilities: they must be from 0 to 1 and sum to 1, not to %.6g;"
                                + " end the network with SOFTMAX, or with one SIGMOID",
                        i,
                        sum));
            }
        }
    }

    /** The figures in one line each. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d samples of %d classes: ROC-AUC %.4f, PR-AUC %.4f",
                samples(),
                classes,
                rocAuc(),
                prAuc());
    }
}
