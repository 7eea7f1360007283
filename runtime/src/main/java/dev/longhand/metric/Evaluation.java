package dev.longhand.metric;

import dev.longhand.data.Dataset;
import dev.longhand.model.Model;
import dev.longhand.model.Workspace;
import java.util.Locale;
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

    private static final int BLOCK = 256;

    private final String model;
    private final Task task;
    private final int samples;
    private final double loss;
    private final double meanAbsoluteError;
    private final double r2;
    private final @Nullable ConfusionMatrix confusion;

    private Evaluation(
            String model,
            Task task,
            int samples,
            double loss,
            double meanAbsoluteError,
            double r2,
            @Nullable ConfusionMatrix confusion) {
        this.model = model;
        this.task = task;
        this.samples = samples;
        this.loss = loss;
        this.meanAbsoluteError = meanAbsoluteError;
        this.r2 = r2;
        this.confusion = confusion;
    }

    /**
     * Evaluates the model on all samples, as the task that {@link Task#of} infers.
     *
     * @throws IllegalArgumentException if the sizes of samples and network differ
     */
    public static Evaluation of(Model model, Dataset data) {
        return of(model, data, Task.of(model.info(), data));
    }

    /** Evaluates the model on all samples, as this task. */
    public static Evaluation of(Model model, Dataset data, Task task) {
        data.requireFits(model.info());
        return of(model, data, task, model.workspace(Math.min(BLOCK, data.size())));
    }

    /** Runs all samples through the model in the given workspace, one full workspace at a time. */
    public static Evaluation of(Model model, Dataset data, Task task, Workspace ws) {
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
            if (task.isClassification()) {
                for (int row = 0; row < n * task.steps(); row++) {
                    counts[task.classOf(t, row)][task.classOf(a, row)]++;
                }
            }
        }
        return new Evaluation(
                model.info().name(),
                task,
                size,
                loss / size,
                absolute / ((double) size * m),
                1 - residual / spread,
                task.isClassification() ? new ConfusionMatrix(counts) : null);
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

    /** The network's loss, the mean over the samples. */
    public double loss() {
        return loss;
    }

    /** Mean absolute error: the mean of |a − t| over samples and outputs. */
    public double meanAbsoluteError() {
        return meanAbsoluteError;
    }

    /**
     * The coefficient of determination R² = 1 − Σ(a − t)²/Σ(t − t̄)², t̄ the mean of each output: 1 is
     * perfect, 0 as good as always giving the mean. Not a number or −∞ if all targets are equal.
     */
    public double r2() {
        return r2;
    }

    /**
     * The number of samples of each class by predicted class.
     *
     * @throws IllegalStateException if this is regression
     */
    public ConfusionMatrix confusion() {
        if (confusion == null) {
            throw new IllegalStateException(
                    "this is a " + task + ", which has no classes: look at loss(), meanAbsoluteError() and r2()");
        }
        return confusion;
    }

    /**
     * The share of samples whose class was predicted.
     *
     * @throws IllegalStateException if this is regression
     */
    public double accuracy() {
        return confusion().accuracy();
    }

    /** Precision of class 1 of two; of many classes the mean over all, each with the same weight. */
    public double precision() {
        return binary() ? confusion().precision(1) : confusion().macroPrecision();
    }

    /** Recall of class 1 of two; of many classes the mean over all, each with the same weight. */
    public double recall() {
        return binary() ? confusion().recall(1) : confusion().macroRecall();
    }

    /** F1 of class 1 of two; of many classes the mean over all, each with the same weight. */
    public double f1() {
        return binary() ? confusion().f1(1) : confusion().macroF1();
    }

    private boolean binary() {
        return task.kind() == Task.Kind.BINARY;
    }

    /** The evaluation as text: what was evaluated, the figures, and for classes the confusion matrix. */
    @Override
    public String toString() {
        String head = model + " on " + samples + (samples == 1 ? " sample: " : " samples: ") + task + "\n";
        if (confusion == null) {
            return head
                    + String.format(
                            Locale.ROOT, "loss %.5f, mean absolute error %.5f, R² %.5f\n", loss, meanAbsoluteError, r2);
        }
        return head
                + String.format(
                        Locale.ROOT,
                        "loss %.5f, accuracy %.4f, precision %.4f, recall %.4f, F1 %.4f (%s)\n",
                        loss,
                        accuracy(),
                        precision(),
                        recall(),
                        f1(),
                        binary() ? "of class 1" : "means over the classes")
                + confusion;
    }
}
