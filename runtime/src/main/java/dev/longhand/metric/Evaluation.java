package dev.longhand.metric;

import dev.longhand.data.Dataset;
import dev.longhand.data.SampleReader;
import dev.longhand.data.SampleSource;
import dev.longhand.model.Model;
import dev.longhand.model.Threads;
import dev.longhand.model.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The quality of a model's predictions on a data set, without dropout: its loss and, depending on the {@link Task},
 * its confusion matrix or the size of its errors. Samples count by their weights, and masked steps don't count. Immutable.
 *
 * <pre>{@code
 * Evaluation evaluation = Evaluation.of(model, test);
 * evaluation.accuracy();
 * System.out.println(evaluation);
 * }</pre>
 */
public final class Evaluation {

    private final String model;
    private final Task task;
    private final int samples;
    private final Figures figures;
    private final @Nullable ConfusionMatrix confusion;
    private final @Nullable String problem;

    /** Means over samples and outputs. */
    private record Figures(double loss, double meanAbsoluteError, double meanSquaredError, double r2) {}

    private Evaluation(
            String model,
            Task task,
            int samples,
            Figures figures,
            @Nullable ConfusionMatrix confusion,
            @Nullable String problem) {
        this.model = model;
        this.task = task;
        this.samples = samples;
        this.figures = figures;
        this.confusion = confusion;
        this.problem = problem;
    }

    /**
     * Evaluates the model on all samples, as the task that {@link Task#of} infers.
     *
     * @throws IllegalArgumentException if the sizes of samples and network differ or, with classes, if an output or a
     *     target is NaN or no target names a class
     */
    public static Evaluation of(Model model, Dataset data) {
        return of(model, data, Task.of(model.info(), data));
    }

    /** Evaluates the model on all samples, as this task. */
    public static Evaluation of(Model model, Dataset data, Task task) {
        data.requireFits(model.info());
        return of(model, data, task, Workspace.forEvaluating(model.info(), data.size(), Threads.of(1)));
    }

    /**
     * Evaluates the model on all samples of a source, which are read once, as the task that {@link Task#of} infers.
     *
     * @throws IOException if a sample can't be read
     */
    public static Evaluation of(Model model, SampleSource source) throws IOException {
        return of(model, source, Task.of(model.info(), source));
    }

    /** Evaluates the model on all samples of a source, as this task. */
    public static Evaluation of(Model model, SampleSource source, Task task) throws IOException {
        source.requireFits(model.info());
        try {
            return duringTraining(model, source, task, EvaluationData.workspace(model.info(), source))
                    .requireSound();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Runs all samples through the model in the given workspace, one full workspace at a time. */
    public static Evaluation of(Model model, Dataset data, Task task, Workspace ws) {
        return duringTraining(model, data, task, ws).requireSound();
    }

    private Evaluation requireSound() {
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
        return this;
    }

    /**
     * The same for a validation, which ends no training: where an output or a target is NaN, or no target names a class,
     * the accuracy is NaN, and there is no confusion matrix.
     */
    public static Evaluation duringTraining(Model model, Dataset data, Task task, Workspace ws) {
        data.requireFits(model.info());
        return evaluate(model, new EvaluationData.InMemory(data), task, ws);
    }

    /**
     * The same on a source.
     *
     * @throws UncheckedIOException if a sample can't be read
     */
    public static Evaluation duringTraining(Model model, SampleSource source, Task task, Workspace ws) {
        source.requireFits(model.info());
        try (SampleReader reader = source.open()) {
            return evaluate(model, new EvaluationData.Streamed(model.info(), source, reader, ws.maxBatch()), task, ws);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Evaluation evaluate(Model model, EvaluationData data, Task task, Workspace ws) {
        int m = model.info().output().size();
        if (task.outputs() * task.steps() != m) {
            throw new IllegalArgumentException("the task is for " + task.outputs() * task.steps() + " outputs, but "
                    + model.info().name() + " has " + m + ": take Task.of or Task.regression of this network");
        }
        double[] means = data.centres(ws);
        Counts counts = new Counts(task.classes());
        double loss = 0;
        double weightInLoss = 0;
        double rows = 0;
        double elements = 0;
        double absolute = 0;
        double residual = 0;
        double spread = 0;
        String problem = null;
        int size = 0;
        for (int n = data.next(ws); n > 0; n = data.next(ws)) {
            model.forward(ws, n);
            double weight = ws.weights().inLoss(n);
            loss += model.loss(ws, n) * weight;
            weightInLoss += weight;
            rows += task.rows(ws, n);
            float[] a = ws.output();
            float[] t = ws.targets();
            for (int i = 0; i < n * m; i++) {
                double error = (double) a[i] - t[i];
                double deviation = t[i] - means[i % m];
                double w = ws.isWeighted() ? ws.weights().of(i / m, i % m, m) : 1;
                if (w == 0) {
                    continue;
                }
                elements += w;
                absolute += w * Math.abs(error);
                residual += w * (error * error);
                spread += w * (deviation * deviation);
            }
            for (int row = 0; task.isClassification() && problem == null && row < n * task.steps(); row++) {
                problem = count(model, task, ws, row, size, counts);
            }
            size = Math.addExact(size, n);
        }
        if (size == 0) {
            throw new IllegalArgumentException("an evaluation needs at least 1 sample, but the source has none");
        }
        ConfusionMatrix confusion = task.isClassification() && problem == null ? counts.matrix() : null;
        if (confusion != null && confusion.total() == 0) {
            problem = "no target of the data set names a class: all are 0";
            confusion = null;
        }
        double mean = loss / weightInLoss;
        return new Evaluation(
                model.info().name(),
                task,
                size,
                new Figures(
                        confusion == null ? mean : task.meanOfNamed(model.info().loss(), mean, rows, counts.named),
                        absolute / elements,
                        residual / elements,
                        1 - residual / (spread - data.excessSpread())),
                confusion,
                problem);
    }

    /** How many rows are of each class and predicted as each, and the sum of their weights. */
    private static final class Counts {

        private final int[][] rows;
        private final double[][] weights;
        private double named;

        Counts(int classes) {
            rows = new int[classes][classes];
            weights = new double[classes][classes];
        }

        void add(int actual, int predicted, double weight) {
            rows[actual][predicted]++;
            weights[actual][predicted] += weight;
            named += weight;
        }

        ConfusionMatrix matrix() {
            return new ConfusionMatrix(rows, weights);
        }
    }

    /** Counts one row of a block that begins with sample {@code first}; why it can't be counted, if it can't. */
    private static @Nullable String count(Model model, Task task, Workspace ws, int row, int first, Counts counts) {
        if (!task.includes(ws, row)) {
            return null;
        }
        int sample = first + row / task.steps();
        int predicted = task.classOf(ws.output(), row);
        if (predicted == Task.NO_CLASS) {
            return model.info().name() + " gives NaN as an output of sample " + sample
                    + ", which is no class: look for NaN and for very large numbers in this sample and in the parameters";
        }
        int actual = task.targetClass(ws.targets(), row);
        if (actual != Task.NO_CLASS) {
            counts.add(actual, predicted, task.weight(ws, row));
        } else if (hasNaN(ws.targets(), row * task.outputs(), task.outputs())) {
            return "the target of sample " + sample
                    + " holds NaN, which is no class: remove the sample from the data set";
        }
        return null;
    }

    private static boolean hasNaN(float[] values, int first, int count) {
        for (int i = first; i < first + count; i++) {
            if (Float.isNaN(values[i])) {
                return true;
            }
        }
        return false;
    }

    /** How outputs and targets were read. */
    public Task task() {
        return task;
    }

    /** The number of samples. */
    public int samples() {
        return samples;
    }

    /**
     * The number of rows of targets left out because their step is masked or they name no class, being all 0; 0 for
     * regression.
     */
    public int leftOut() {
        return confusion == null ? 0 : samples * task.steps() - confusion.total();
    }

    /** The network's loss, the mean over the samples; if its classes are those of steps, over steps not left out. */
    public double loss() {
        return figures.loss;
    }

    /** Mean absolute error: the mean of |a − t| over samples and outputs. */
    public double meanAbsoluteError() {
        return figures.meanAbsoluteError;
    }

    /** Root mean squared error: the root of the mean of (a − t)² over samples and outputs. */
    public double rootMeanSquaredError() {
        return Math.sqrt(figures.meanSquaredError);
    }

    /**
     * The coefficient of determination R² = 1 − Σ(a − t)²/Σ(t − t̄)², t̄ the mean of each output: 1 is
     * perfect, 0 as good as always giving the mean. Not a number or −∞ if all targets are equal.
     */
    public double r2() {
        return figures.r2;
    }

    /**
     * The number of samples of each class by predicted class.
     *
     * @throws IllegalStateException if this is regression
     */
    public ConfusionMatrix confusion() {
        if (confusion == null) {
            throw new IllegalStateException(
                    problem != null
                            ? problem
                            : "this is a " + task
                                    + ", which has no classes: look at loss(), meanAbsoluteError() and r2()");
        }
        return confusion;
    }

    /**
     * The share of samples whose class was predicted, or of steps.
     *
     * @throws IllegalStateException if this is regression
     */
    public double accuracy() {
        return problem != null ? Double.NaN : confusion().accuracy();
    }

    /** Precision of class 1 of two; of many classes the mean over those that have samples. */
    public double precision() {
        return binary() ? confusion().precision(1) : confusion().macro().precision();
    }

    /** Recall of class 1 of two; of many classes the mean over those that have samples. */
    public double recall() {
        return binary() ? confusion().recall(1) : confusion().macro().recall();
    }

    /** F1 of class 1 of two; of many classes the mean over those that have samples. */
    public double f1() {
        return binary() ? confusion().f1(1) : confusion().macro().f1();
    }

    private boolean binary() {
        return task.classes() == 2;
    }

    /** Which classes the means leave out, if any. */
    private static String absent(ConfusionMatrix confusion) {
        List<Integer> absent = confusion.absentClasses();
        if (absent.isEmpty()) {
            return "";
        }
        return " that have samples, without "
                + absent.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** The evaluation as text: what was evaluated, the figures, and for classes the confusion matrix. */
    @Override
    public String toString() {
        String head = model + " on " + samples + (samples == 1 ? " sample: " : " samples: ") + task
                + (leftOut() == 0
                        ? ""
                        : ", " + leftOut() + " of " + samples * task.steps() + " targets of no class left out")
                + "\n";
        if (confusion == null) {
            return head
                    + String.format(
                            Locale.ROOT,
                            "loss %.5f, mean absolute error %.5f, root mean squared error %.5f, R² %.5f\n",
                            loss(),
                            meanAbsoluteError(),
                            rootMeanSquaredError(),
                            r2());
        }
        return head
                + String.format(
                        Locale.ROOT,
                        "loss %.5f, accuracy %.4f, precision %.4f, recall %.4f, F1 %.4f (%s)\n",
                        loss(),
                        accuracy(),
                        precision(),
                        recall(),
                        f1(),
                        binary() ? "of class 1" : "means over the classes" + absent(confusion))
                + confusion;
    }
}
