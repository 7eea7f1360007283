package dev.longhand.training;

import dev.longhand.Loss;
import dev.longhand.metric.Task;
import dev.longhand.model.Workspace;

/** The sums over the batches of an epoch, from which its loss and its accuracy follow. */
final class EpochTotals {

    /** The length of {@link #sums}. */
    static final int SUMS = 4;

    private final Task task;
    private final Loss lossFunction;
    private double loss;
    private long correct;
    private long named;
    private long samples;

    EpochTotals(Task task, Loss lossFunction) {
        this.task = task;
        this.lossFunction = lossFunction;
    }

    /** Before the first batch of an epoch. */
    void clear() {
        loss = 0;
        correct = 0;
        named = 0;
        samples = 0;
    }

    /** Adds a batch of n samples with this mean loss, after its passes. */
    void add(float meanLoss, Workspace ws, int n) {
        loss += (double) meanLoss * n;
        correct += task.correct(ws.output(), ws.targets(), n);
        named += task.named(ws.targets(), n);
        samples += n;
    }

    /** NaN before the first batch. */
    double meanLoss() {
        return task.meanOfNamed(lossFunction, loss / samples, samples, named);
    }

    /** NaN for regression or before the first batch. */
    double accuracy() {
        return task.isClassification() ? (double) correct / named : Double.NaN;
    }

    /** The sums, for a checkpoint. */
    double[] sums() {
        return new double[] {loss, correct, named, samples};
    }

    /** Goes on from the sums of a checkpoint. */
    void restore(double[] sums) {
        loss = sums[0];
        correct = (long) sums[1];
        named = (long) sums[2];
        samples = (long) sums[3];
    }
}
