package dev.longhand.metric;

import dev.longhand.data.Dataset;
import dev.longhand.model.Model;
import dev.longhand.model.Threads;
import dev.longhand.model.Workspace;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The quality of a model's predictions on a data set, without dropout: its loss and, depending on the {@link Task},
 * its confusion matrix or the size of its errors. Immutable.
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

    /** Runs all samples through the model in the given workspace, one full workspace at a time. */
    public static Evaluation of(Model model, Dataset data, Task task, Workspace ws) {
        Evaluation evaluation = duringTraining(model, data, task, ws);
        if (evaluation.problem != null) {
            throw new IllegalArgumentException(evaluation.problem);
        }
        return evaluation;
    }

    /**
     * The same for a validation, which ends no training: where an output or a target is NaN, or no target names a class,
     * the accuracy is NaN, and there is no confusion matrix.
     */
    public static Evaluation duringTraining(Model model, Dataset data, Task task, Workspace ws) {
        data.requireFits(model.info());
        int size = data.size();
        int m = model.info().output().size();
        if (task.outputs() * task.steps() != m) {
            throw new IllegalArgumentException("the task is for " + task.outputs() * task.steps() + " outputs, but "
                    + model.info().name() + " has " + m + ": take Task.of or Task.regression of this network");
        }
        double[] means = targetMeans(data, m, ws);
        int[][] counts = new int[task.classes()][task.classes()];
        double loss = 0;
        double absolute = 0;
        double residual = 0;
        double spread = 0;
        String problem = null;
        for (int first = 0; first < size; first += ws.maxBatch()) {
            int n = Math.min(ws.maxBatch(), size - first);
            data.copyInputs(first, n, ws.input());
            data.copyTargets(first, n, ws.targets());
            model.forward(ws, n);
            loss += (double) model.loss(ws, n) * n;
            float[] a = ws.output();
            float[] t = ws.targets();
            for (int i = 0; i < n * m; i++) {
                double error = (double) a[i] - t[i];
                double deviation = t[i] - means[i % m];
                absolute += Math.abs(error);
                residual += error * error;
                spread += deviation * deviation;
            }
            for (int row = 0; task.isClassification() && problem == null && row < n * task.steps(); row++) {
                problem = count(model, task, t, a, row, first, counts);
            }
        }
        ConfusionMatrix confusion = task.isClassification() && problem == null ? new ConfusionMatrix(counts) : null;
        if (confusion != null && confusion.total() == 0) {
            problem = "no target of the data set names a class: all are 0";
            confusion = null;
        }
        double mean = loss / size;
        return new Evaluation(
                model.info().name(),
                task,
                size,
                new Figures(
                        confusion == null ? mean : task.meanOfNamed(model.info().loss(), mean, size, confusion.total()),
                        absolute / ((double) size * m),
                        residual / ((double) size * m),
                        1 - residual / spread),
                confusion,
                problem);
    }

    /** Counts one row of a block that begins with sample {@code first}; why it can't be counted, if it can't. */
    private static @Nullable String count(
            Model model, Task task, float[] t, float[] a, int row, int first, int[][] counts) {
        int sample = first + row / task.steps();
        int predicted = task.classOf(a, row);
        if (predicted == Task.NO_CLASS) {
            return model.info().name() + " gives NaN as an output of sample " + sample
                    + ", which is no class: look for NaN and for very large numbers in this sample and in the parameters";
        }
        int actual = task.targetClass(t, row);
        if (actual != Task.NO_CLASS) {
            counts[actual][predicted]++;
        } else if (hasNaN(t, row * task.outputs(), task.outputs())) {
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

    private static double[] targetMeans(Dataset data, int m, Workspace ws) {
        double[] means = new double[m];
        for (int first = 0; first < data.size(); first += ws.maxBatch()) {
            int n = Math.min(ws.maxBatch(), data.size() - first);
            data.copyTargets(first, n, ws.targets());
            for (int i = 0; i < n * m; i++) {
                means[i % m] += ws.targets()[i];
            }
        }
        for (int j = 0; j < m; j++) {
            means[j] /= data.size();
        }
        return means;
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
     * The number of rows of targets left out because they name no class, being all 0, as those of padded steps of a
     * sequence; 0 for regression.
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
