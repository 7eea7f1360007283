package dev.longhand.metric;

import dev.longhand.Loss;
import dev.longhand.Shape;
import dev.longhand.data.Dataset;
import dev.longhand.model.ModelInfo;

/**
 * How the outputs and targets of a network are read: as one of two classes, as
 * one of many, or as numbers.
 *
 * @param kind binary, classes or regression
 * @param outputs the number of outputs of one prediction
 * @param threshold for two classes: an output above it means class 1, else class 0
 * @param steps the number of predictions for a sample: the steps of a sequence each of which has a class, otherwise 1
 */
public record Task(Kind kind, int outputs, float threshold, int steps) {

    /** A task with one prediction for each sample. */
    public Task(Kind kind, int outputs, float threshold) {
        this(kind, outputs, threshold, 1);
    }

    /** The three kinds of tasks. */
    public enum Kind {
        /** One output, targets 0 and 1 or −1 and 1: class 1 if the output is above the threshold. */
        BINARY,
        /** Several outputs, one for each class: the class of the largest output, the first of equal ones. */
        MULTI_CLASS,
        /** Numbers, which have no classes. */
        REGRESSION
    }

    /**
     * Several outputs are classes if the loss is one for classes or every target is one-hot (as in
     * squared-error networks that classify). With a loss for classes, a last layer of outputs [time][classes] gives
     * a class at each step, even if {@code Flatten} or {@code Reshape} follows. A single output is one of two
     * classes if every target is 0 or 1 (threshold ½), or every target −1 or 1 (threshold 0). All else is regression.
     */
    public static Task of(ModelInfo model, Dataset data) {
        data.requireFits(model);
        int outputs = model.output().size();
        if (outputs > 1) {
            boolean lossOfClasses = model.loss() == Loss.CROSS_ENTROPY || model.loss() == Loss.LOG_LIKELIHOOD;
            if (lossOfClasses) {
                Shape computed = computedOutput(model);
                int classes = computed.dimension(computed.rank() - 1);
                return new Task(Kind.MULTI_CLASS, classes, 0, outputs / classes);
            }
            boolean classes = (data.hasLabels() && data.classes() == outputs) || everyTargetIsOneHot(data, outputs);
            return classes ? new Task(Kind.MULTI_CLASS, outputs, 0) : regression(model);
        }
        boolean zeroOrOne = true;
        boolean minusOrPlusOne = true;
        float[] t = new float[1];
        for (int sample = 0; sample < data.size() && (zeroOrOne || minusOrPlusOne); sample++) {
            data.copyTargets(sample, 1, t);
            zeroOrOne &= t[0] == 0 || t[0] == 1;
            minusOrPlusOne &= t[0] == -1 || t[0] == 1;
        }
        if (zeroOrOne) {
            return new Task(Kind.BINARY, 1, 0.5f);
        }
        return minusOrPlusOne ? new Task(Kind.BINARY, 1, 0) : regression(model);
    }

    /** Regression, without looking at the targets. */
    public static Task regression(ModelInfo model) {
        return new Task(Kind.REGRESSION, model.output().size(), 0);
    }

    /** The shape that the last computing layer gives the outputs; softmax is taken over its rows. */
    private static Shape computedOutput(ModelInfo model) {
        int last = model.layers().size() - 1;
        while (last >= 0 && model.layers().get(last).sharesInput()) {
            last = model.layers().get(last).sources().get(0);
        }
        return last < 0 ? model.input() : model.layers().get(last).output();
    }

    private static boolean everyTargetIsOneHot(Dataset data, int outputs) {
        float[] t = new float[outputs];
        for (int sample = 0; sample < data.size(); sample++) {
            data.copyTargets(sample, 1, t);
            int ones = 0;
            int zeros = 0;
            for (float number : t) {
                ones += number == 1 ? 1 : 0;
                zeros += number == 0 ? 1 : 0;
            }
            if (ones != 1 || zeros != outputs - 1) {
                return false;
            }
        }
        return true;
    }

    /** Whether outputs are classes. */
    public boolean isClassification() {
        return kind != Kind.REGRESSION;
    }

    /** The number of classes; 0 for regression. */
    public int classes() {
        return switch (kind) {
            case BINARY -> 2;
            case MULTI_CLASS -> outputs;
            case REGRESSION -> 0;
        };
    }

    /**
     * The class that row {@code row} of outputs or of targets has.
     *
     * @throws IllegalStateException if this is regression
     */
    public int classOf(float[] values, int row) {
        return switch (kind) {
            case BINARY -> values[row] > threshold ? 1 : 0;
            case MULTI_CLASS -> largest(values, row * outputs, outputs);
            case REGRESSION -> throw new IllegalStateException("the outputs of a regression are numbers, not classes");
        };
    }

    /**
     * How many predictions for the first n samples have the same class in {@code a} as in {@code t}; 0 for
     * regression.
     */
    public int correct(float[] a, float[] t, int n) {
        int correct = 0;
        if (isClassification()) {
            for (int row = 0; row < n * steps; row++) {
                correct += classOf(a, row) == classOf(t, row) ? 1 : 0;
            }
        }
        return correct;
    }

    private static int largest(float[] values, int first, int count) {
        int largest = 0;
        for (int i = 1; i < count; i++) {
            if (values[first + i] > values[first + largest]) {
                largest = i;
            }
        }
        return largest;
    }

    /** In words: {@code 10 classes, the largest of 10 outputs}. */
    @Override
    public String toString() {
        return switch (kind) {
            case BINARY -> "2 classes, 1 if the output is above " + (threshold == 0 ? "0" : "0.5");
            case MULTI_CLASS ->
                outputs + " classes, the largest of " + outputs + " outputs"
                        + (steps == 1 ? "" : " at each of " + steps + " steps");
            case REGRESSION -> "regression with " + outputs + (outputs == 1 ? " output" : " outputs");
        };
    }
}
