package dev.longhand.metric;

import dev.longhand.model.Model;
import dev.longhand.model.Workspace;
import org.jspecify.annotations.Nullable;

/** The sums of an evaluation, block by block. */
final class EvaluationSums {

    private final Model model;
    private final Task task;
    private final double[] centres;
    private final double[] deviations;
    private final int[][] counts;
    private int samples;
    private double loss;
    private double absolute;
    private double residual;
    private double spread;
    private @Nullable String problem;

    private EvaluationSums(Model model, Task task, double[] centres, double[] deviations) {
        this.model = model;
        this.task = task;
        this.centres = centres;
        this.deviations = deviations;
        counts = new int[task.classes()][task.classes()];
    }

    /** No sums yet, of samples whose targets have these means, [outputs]. */
    static EvaluationSums around(Model model, Task task, double[] means) {
        return new EvaluationSums(model, task, means, new double[0]);
    }

    /** No sums yet, of samples the means of whose targets aren't known, but numbers near them, [outputs]. */
    static EvaluationSums near(Model model, Task task, double[] centres) {
        return new EvaluationSums(model, task, centres, new double[centres.length]);
    }

    /** Adds the n samples of a workspace, after a pass through the network. */
    void add(Workspace ws, int n) {
        model.forward(ws, n);
        loss += (double) model.loss(ws, n) * n;
        float[] a = ws.output();
        float[] t = ws.targets();
        int m = centres.length;
        for (int i = 0; i < n * m; i++) {
            double error = (double) a[i] - t[i];
            double deviation = t[i] - centres[i % m];
            absolute += Math.abs(error);
            residual += error * error;
            spread += deviation * deviation;
        }
        for (int row = 0; task.isClassification() && problem == null && row < n * task.steps(); row++) {
            problem = count(t, a, row);
        }
        for (int i = 0; deviations.length > 0 && i < n * m; i++) {
            deviations[i % m] += t[i] - centres[i % m];
        }
        samples = Math.addExact(samples, n);
    }

    /** Counts one row of a block; why it can't be counted, if it can't. */
    private @Nullable String count(float[] t, float[] a, int row) {
        int sample = samples + row / task.steps();
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

    int samples() {
        return samples;
    }

    /** The sum of the samples' losses. */
    double loss() {
        return loss;
    }

    /** Σ|a − t|. */
    double absolute() {
        return absolute;
    }

    /** Σ(a − t)². */
    double residual() {
        return residual;
    }

    /** Σ(t − t̄)², which is Σ(t − c)² − (Σ(t − c))²/n of each output, where the centres c aren't the means t̄. */
    double spread() {
        double correction = 0;
        for (double deviation : deviations) {
            correction += deviation * deviation / samples;
        }
        return spread - correction;
    }

    /** The samples of each class by predicted class. */
    int[][] counts() {
        return counts;
    }

    /** Why there is no confusion matrix, if there is a reason. */
    @Nullable
    String problem() {
        return problem;
    }
}
