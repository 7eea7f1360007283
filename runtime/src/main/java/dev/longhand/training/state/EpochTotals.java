package dev.longhand.training.state;

import dev.longhand.metric.Evaluation;
import dev.longhand.metric.Task;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.OutputInfo;
import dev.longhand.model.Workspace;
import dev.longhand.training.EpochResult;
import dev.longhand.training.OutputResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sums over the batches of an epoch, from which its loss and its accuracy follow. */
public final class EpochTotals {

    private final Task task;
    private final boolean joinsOutputs;
    private final List<OfOutput> outputs = new ArrayList<>();

    EpochTotals(Task task, ModelInfo model) {
        this.task = task;
        joinsOutputs = model.joinsOutputs();
        List<Task> tasks = Task.ofOutputs(model, task);
        for (int k = 0; k < tasks.size(); k++) {
            outputs.add(new OfOutput(model.outputs().get(k), tasks.get(k)));
        }
    }

    /** The sums of one output. */
    private static final class OfOutput {

        /** The numbers in a checkpoint. */
        private static final int SUMS = 5;

        private final OutputInfo output;
        private final Task task;
        private double loss;
        private double weightInLoss;
        private double correct;
        private double named;
        private double rows;

        OfOutput(OutputInfo output, Task task) {
            this.output = output;
            this.task = task;
        }

        void restore(double[] sums, int at) {
            loss = sums[at];
            weightInLoss = sums[at + 1];
            correct = sums[at + 2];
            named = sums[at + 3];
            rows = sums[at + 4];
        }

        void copyTo(double[] sums, int at) {
            sums[at] = loss;
            sums[at + 1] = weightInLoss;
            sums[at + 2] = correct;
            sums[at + 3] = named;
            sums[at + 4] = rows;
        }

        void add(float meanLoss, Workspace ws, int n) {
            float[] a = ws.activation(output.layer());
            float[] t = ws.targets(output.layer());
            double weight = ws.weights().inLoss(n);
            loss += meanLoss * weight;
            weightInLoss += weight;
            correct += task.correct(ws, a, t, n);
            named += task.named(ws, t, n);
            rows += task.rows(ws, n);
        }

        double meanLoss() {
            return task.meanOfNamed(output.loss(), loss / weightInLoss, rows, named);
        }

        double accuracy() {
            return task.isClassification() ? correct / named : Double.NaN;
        }
    }

    /** Before the first batch of an epoch. */
    public void clear() {
        restore(new double[size()]);
    }

    /** Adds a batch of n samples with this mean loss, after its passes. */
    public void add(float meanLoss, Workspace ws, int n) {
        for (int k = 0; k < outputs.size(); k++) {
            OfOutput sums = outputs.get(k);
            sums.add(joinsOutputs ? ws.loss(sums.output.layer()) : meanLoss, ws, n);
        }
    }

    /** The sum of the outputs' losses by their weights; NaN before the first batch. */
    public double meanLoss() {
        double sum = 0;
        for (OfOutput output : outputs) {
            sum += output.output.weight() * output.meanLoss();
        }
        return sum;
    }

    /** NaN for regression, for several outputs or before the first batch. */
    public double accuracy() {
        return joinsOutputs ? Double.NaN : outputs.get(0).accuracy();
    }

    /** The results of an epoch, with those of an evaluation on the validation set if there is one. */
    public EpochResult result(int epoch, @Nullable Evaluation evaluation, double learningRate, double seconds) {
        double validationLoss = Double.NaN;
        double validationAccuracy = Double.NaN;
        if (evaluation != null) {
            validationLoss = evaluation.loss();
            validationAccuracy = task.isClassification() ? evaluation.accuracy() : Double.NaN;
        }
        return new EpochResult(
                epoch, meanLoss(), accuracy(), validationLoss, validationAccuracy, learningRate, seconds);
    }

    /** The results of several outputs, with those on the validation set if there is one; none if there is one output. */
    public List<OutputResult> outputs(@Nullable Evaluation evaluation) {
        List<OutputResult> results = new ArrayList<>();
        for (int k = 0; joinsOutputs && k < outputs.size(); k++) {
            OfOutput sums = outputs.get(k);
            String name = sums.output.name();
            OutputResult result = OutputResult.ofTraining(name, sums.meanLoss(), sums.accuracy());
            results.add(evaluation == null ? result : result.validated(evaluation.output(name)));
        }
        return results;
    }

    /** The length of {@link #sums}. */
    private int size() {
        return OfOutput.SUMS * outputs.size();
    }

    /** The sums, for a checkpoint. */
    public double[] sums() {
        double[] sums = new double[size()];
        for (int k = 0; k < outputs.size(); k++) {
            outputs.get(k).copyTo(sums, OfOutput.SUMS * k);
        }
        return sums;
    }

    /** Whether a checkpoint's sums can be those of a network. */
    public static boolean fit(double[] sums, ModelInfo model) {
        return sums.length == OfOutput.SUMS * model.outputs().size();
    }

    /** Goes on from the sums of a checkpoint. */
    public void restore(double[] sums) {
        for (int k = 0; k < outputs.size(); k++) {
            outputs.get(k).restore(sums, OfOutput.SUMS * k);
        }
    }
}
