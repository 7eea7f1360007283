package dev.longhand.training.state;

import dev.longhand.Loss;
import dev.longhand.metric.Task;
import dev.longhand.model.Workspace;

/** The sums over the batches of an epoch, from which its loss and its accuracy follow. */
public final class EpochTotals {

    /** The length of {@link #sums}. */
    public static final int SUMS = 5;

    private final Task task;
    private final Loss lossFunction;
    private double loss;
    private double weightInLoss;
    private double correct;
    private double named;
    private double rows;

    EpochTotals(Task task, Loss lossFunction) {
        this.task = task;
        this.lossFunction = lossFunction;
    }

    /** Before the first batch of an epoch. */
    public void clear() {
        loss = 0;
        weightInLoss = 0;
        correct = 0;
        named = 0;
        rows = 0;
    }

    /** Adds a batch of n samples with this mean loss, after its passes. */
    public void add(float meanLoss, Workspace ws, int n) {
        double weight = ws.weights().inLoss(n);
        loss += meanLoss * weight;
        weightInLoss += weight;
        correct += task.correct(ws, n);
        named += task.named(ws, n);
        rows += task.rows(ws, n);
    }

    /** NaN before the first batch. */
    public double meanLoss() {
        return task.meanOfNamed(lossFunction, loss / weightInLoss, rows, named);
    }

    /** NaN for regression or before the first batch. */
    public double accuracy() {
        return task.isClassification() ? correct / named : Double.NaN;
    }

    /** The sums, for a checkpoint. */
    public double[] sums() {
        return new double[] {loss, weightInLoss, correct, named, rows};
    }

    /** Goes on from the sums of a checkpoint. */
    public void restore(double[] sums) {
        loss = sums[0];
        weightInLoss = sums[1];
        correct = sums[2];
        named = sums[3];
        rows = sums[4];
    }
}
