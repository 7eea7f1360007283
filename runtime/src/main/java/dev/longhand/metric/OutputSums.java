package dev.longhand.metric;

import dev.longhand.model.ModelInfo;
import dev.longhand.model.OutputInfo;
import dev.longhand.model.Workspace;
import org.jspecify.annotations.Nullable;

/** The sums over all samples of an evaluation from which the figures of one output follow. */
final class OutputSums {

    private final ModelInfo model;
    private final OutputInfo output;
    private final Task task;

    /** Numbers near the means of the targets. */
    private final double[] centres;

    private final int[][] counts;
    private final double[][] weights;
    private boolean isAnyNamed;
    private double named;
    private double loss;
    private double weightInLoss;
    private double rows;
    private double elements;
    private double absolute;
    private double residual;
    private double spread;
    private @Nullable String problem;

    /**
     * The sums of no sample yet.
     *
     * @param centres numbers near the means of the targets of all outputs
     */
    OutputSums(ModelInfo model, OutputInfo output, Task task, double[] centres) {
        this.model = model;
        this.output = output;
        this.task = task;
        this.centres = centres;
        counts = new int[task.classes()][task.classes()];
        weights = new double[task.classes()][task.classes()];
    }

    /** Means over samples and outputs. */
    record Figures(double loss, double meanAbsoluteError, double meanSquaredError, double r2) {}

    /**
     * Adds n samples.
     *
     * @param meanLoss the mean of their loss
     * @param first the number of the first
     */
    void add(Workspace ws, int n, float meanLoss, int first) {
        double weight = ws.weights().inLoss(n);
        loss += meanLoss * weight;
        weightInLoss += weight;
        rows += task.rows(ws, n);
        int m = output.size();
        float[] a = ws.activation(output.layer());
        float[] t = ws.targets(output.layer());
        for (int i = 0; i < n * m; i++) {
            double error = (double) a[i] - t[i];
            double deviation = t[i] - centres[output.offset() + i % m];
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
            if (task.includes(ws, row)) {
                problem = count(a, t, row, first + row / task.steps(), task.weight(ws, row));
            }
        }
    }

    /** Counts a row; why it can't be counted, if it can't. */
    private @Nullable String count(float[] a, float[] t, int row, int sample, double weight) {
        int predicted = task.classOf(a, row);
        if (predicted == Task.NO_CLASS) {
            return name() + " gives NaN as an output of sample " + sample
                    + ", which is no class: look for NaN and for very large numbers in this sample and in the parameters";
        }
        int actual = task.targetClass(t, row);
        if (actual != Task.NO_CLASS) {
            counts[actual][predicted]++;
            weights[actual][predicted] += weight;
            isAnyNamed = true;
            named += weight;
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

    /** The network or, if it has several, the output. */
    String name() {
        return model.joinsOutputs() ? "\"" + output.name() + "\" of " + model.name() : model.name();
    }

    Task task() {
        return task;
    }

    /** What its loss is multiplied by in that of the network. */
    float weight() {
        return output.weight();
    }

    /** Why there is no confusion matrix, if there should be one. */
    @Nullable
    String problem() {
        if (problem == null && task.isClassification() && !isAnyNamed) {
            return "no target of the data set names a class: all are 0";
        }
        return problem;
    }

    /** The confusion matrix; none without classes, or if there is a {@link #problem}. */
    @Nullable
    ConfusionMatrix confusion() {
        return hasClasses() ? new ConfusionMatrix(counts, weights) : null;
    }

    private boolean hasClasses() {
        return task.isClassification() && problem() == null;
    }

    Figures figures(EvaluationData data) {
        double mean = loss / weightInLoss;
        double excess = data.excessSpread(output.offset(), output.size());
        return new Figures(
                !hasClasses() ? mean : task.meanOfNamed(output.loss(), mean, rows, named),
                absolute / elements,
                residual / elements,
                1 - residual / (spread - excess));
    }
}
