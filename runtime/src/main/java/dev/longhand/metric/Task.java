package dev.longhand.metric;

import dev.longhand.Loss;
import dev.longhand.Shape;
import dev.longhand.data.Dataset;
import dev.longhand.data.SampleSource;
import dev.longhand.data.TargetKind;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.OutputInfo;
import dev.longhand.model.Workspace;
import java.util.List;

/**
 * How the outputs and targets of a network are read: as one of two classes, as
 * one of many, or as numbers. Of several outputs each has a task.
 *
 * @param kind binary, classes, regression or several
 * @param outputs the number of outputs of one prediction
 * @param threshold for two classes: an output above it means class 1, else class 0
 * @param steps the number of predictions for a sample: the steps of a sequence each of which has a class, otherwise 1
 */
public record Task(Kind kind, int outputs, float threshold, int steps) {

    /** The class of a row that is of no class. */
    static final int NO_CLASS = -1;

    /** A task with one prediction for each sample. */
    public Task(Kind kind, int outputs, float threshold) {
        this(kind, outputs, threshold, 1);
    }

    /** The kinds of tasks. */
    public enum Kind {
        /** One output, targets 0 and 1 or −1 and 1: class 1 if the output is above the threshold. */
        BINARY,
        /** Several outputs, one for each class: the class of the largest output, the first of equal ones. */
        MULTI_CLASS,
        /** Numbers, which have no classes. */
        REGRESSION,
        /** That of a network with several outputs, each of which has a task: see {@link Evaluation#output}. */
        SEVERAL
    }

    /**
     * The task that loss and targets imply. With a loss for classes, several outputs are classes, and a last layer of
     * outputs [time][classes] gives a class at each step, even if {@code Flatten} or {@code Reshape} follows; a single
     * output is one of two classes (threshold ½). With any other loss, several outputs are classes if every target is
     * one-hot, and a single one is one of two classes if every target is 0 or 1 (threshold ½), or every target −1 or 1
     * (threshold 0). All else is regression. All parts of a data set give the same task, see {@link
     * Dataset#targetKind}. Of several outputs each has the task that {@link #of(ModelInfo, OutputInfo)} infers.
     */
    public static Task of(ModelInfo model, Dataset data) {
        data.requireFits(model);
        return of(model, data.targetKind());
    }

    /** The task that loss and targets imply, where targets are what {@link SampleSource#targetKind} says. */
    public static Task of(ModelInfo model, SampleSource source) {
        source.requireFits(model);
        return of(model, source.targetKind());
    }

    private static Task of(ModelInfo model, TargetKind targets) {
        if (model.joinsOutputs()) {
            return new Task(Kind.SEVERAL, model.outputSize(), 0);
        }
        Task ofLoss = of(model, model.outputs().get(0));
        if (ofLoss.isClassification()) {
            return ofLoss;
        }
        return switch (targets) {
            case ZERO_OR_ONE -> new Task(Kind.BINARY, 1, 0.5f);
            case MINUS_OR_PLUS_ONE -> new Task(Kind.BINARY, 1, 0);
            case ONE_HOT -> new Task(Kind.MULTI_CLASS, ofLoss.outputs, 0);
            case NUMBERS -> ofLoss;
        };
    }

    /**
     * The task that the loss of an output implies, whatever targets are: a cross-entropy or a log-likelihood of several
     * numbers is that of classes, a binary cross-entropy of one number that of two classes, and all else is regression.
     */
    public static Task of(ModelInfo model, OutputInfo output) {
        int outputs = output.size();
        if (outputs > 1 && isOfClasses(output.loss())) {
            Shape computed = computedOutput(model, output.layer());
            int classes = computed.dimension(computed.rank() - 1);
            return new Task(Kind.MULTI_CLASS, classes, 0, outputs / classes);
        }
        if (outputs == 1 && output.loss() == Loss.BINARY_CROSS_ENTROPY) {
            return new Task(Kind.BINARY, 1, 0.5f);
        }
        return new Task(Kind.REGRESSION, outputs, 0);
    }

    /**
     * The tasks of a network's outputs, in their order.
     *
     * @param task the task of the network, which is that of its output if it has one
     */
    public static List<Task> ofOutputs(ModelInfo model, Task task) {
        return model.joinsOutputs()
                ? model.outputs().stream().map(output -> of(model, output)).toList()
                : List.of(task);
    }

    private static boolean isOfClasses(Loss loss) {
        return loss == Loss.CROSS_ENTROPY || loss == Loss.LOG_LIKELIHOOD;
    }

    /** Regression, without looking at the targets. */
    public static Task regression(ModelInfo model) {
        return new Task(Kind.REGRESSION, model.outputSize(), 0);
    }

    /** The shape that the last computing layer gives an output; softmax is taken over its rows. */
    private static Shape computedOutput(ModelInfo model, int output) {
        int last = output;
        while (last >= 0 && model.layers().get(last).sharesInput()) {
            last = model.layers().get(last).sources().get(0);
        }
        return last < 0 ? model.input() : model.layers().get(last).output();
    }

    /** Whether outputs are classes. */
    public boolean isClassification() {
        return kind == Kind.BINARY || kind == Kind.MULTI_CLASS;
    }

    /** The number of classes; 0 without classes. */
    public int classes() {
        return switch (kind) {
            case BINARY -> 2;
            case MULTI_CLASS -> outputs;
            case REGRESSION, SEVERAL -> 0;
        };
    }

    /**
     * The class that row {@code row} of outputs predicts, or −1 if it holds NaN.
     *
     * @throws IllegalStateException if this is regression
     */
    public int classOf(float[] values, int row) {
        return switch (kind) {
            case BINARY -> Float.isNaN(values[row]) ? NO_CLASS : values[row] > threshold ? 1 : 0;
            case MULTI_CLASS -> largest(values, row * outputs, outputs);
            case REGRESSION -> throw new IllegalStateException("the outputs of a regression are numbers, not classes");
            case SEVERAL ->
                throw new IllegalStateException("several outputs have no class in common: look at each of them");
        };
    }

    /**
     * The class that row {@code row} of targets names, or −1 if it names none: if it holds NaN or, one of many classes
     * being meant, only zeros, as the targets of padded steps do.
     *
     * @throws IllegalStateException if this is regression
     */
    public int targetClass(float[] targets, int row) {
        int named = classOf(targets, row);
        boolean isZero = kind == Kind.MULTI_CLASS && named >= 0 && targets[row * outputs + named] == 0;
        return isZero && isZero(targets, row * outputs, outputs) ? NO_CLASS : named;
    }

    private static boolean isZero(float[] values, int first, int count) {
        for (int i = first; i < first + count; i++) {
            if (values[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** How many rows of the first n samples' targets name a class; 0 for regression. */
    public int named(float[] t, int n) {
        int named = 0;
        if (isClassification()) {
            for (int row = 0; row < n * steps; row++) {
                named += targetClass(t, row) == NO_CLASS ? 0 : 1;
            }
        }
        return named;
    }

    /**
     * How many predictions for the first n samples are the class that {@code t} names; 0 for regression.
     */
    public int correct(float[] a, float[] t, int n) {
        int correct = 0;
        if (isClassification()) {
            for (int row = 0; row < n * steps; row++) {
                correct += isCorrect(a, t, row) ? 1 : 0;
            }
        }
        return correct;
    }

    private boolean isCorrect(float[] a, float[] t, int row) {
        int named = targetClass(t, row);
        return named != NO_CLASS && named == classOf(a, row);
    }

    /** Σ w of the predictions for the first n samples of a workspace, whatever their targets are. */
    public double rows(Workspace ws, int n) {
        if (!ws.weights().areGiven()) {
            return (double) n * steps;
        }
        double sum = 0;
        for (int row = 0; row < n * steps; row++) {
            sum += weight(ws, row);
        }
        return sum;
    }

    /** Σ w of the rows of the first n samples' targets that name a class; 0 for regression. */
    public double named(Workspace ws, int n) {
        return named(ws, ws.targets(), n);
    }

    /** The same for the targets of one of several outputs. */
    public double named(Workspace ws, float[] t, int n) {
        if (!ws.weights().areGiven()) {
            return named(t, n);
        }
        double sum = 0;
        for (int row = 0; isClassification() && row < n * steps; row++) {
            sum += targetClass(t, row) == NO_CLASS ? 0 : weight(ws, row);
        }
        return sum;
    }

    /** Σ w of the predictions for the first n samples that are the class that the target names; 0 for regression. */
    public double correct(Workspace ws, int n) {
        return correct(ws, ws.output(), ws.targets(), n);
    }

    /** The same for one of several outputs and its targets. */
    public double correct(Workspace ws, float[] a, float[] t, int n) {
        if (!ws.weights().areGiven()) {
            return correct(a, t, n);
        }
        double sum = 0;
        for (int row = 0; isClassification() && row < n * steps; row++) {
            sum += isCorrect(a, t, row) ? weight(ws, row) : 0;
        }
        return sum;
    }

    /** Whether a prediction counts, as its step isn't masked. */
    boolean includes(Workspace ws, int row) {
        return ws.weights().includes(row / steps, row % steps, steps);
    }

    /** The weight of a prediction: that of its sample, and 0 if its step is masked. */
    float weight(Workspace ws, int row) {
        return ws.weights().of(row / steps, row % steps, steps);
    }

    /**
     * The mean loss over the rows that name a class, from the mean over all rows. Differs only for a loss of classes,
     * to which a row of zeros contributes 0.
     *
     * @param mean the mean over all rows
     * @param rows the number of rows, or Σ w over them
     * @param named that of the rows that name a class
     */
    public double meanOfNamed(Loss loss, double mean, double rows, double named) {
        return isOfClasses(loss) && isClassification() && named > 0 && named < rows ? mean * rows / named : mean;
    }

    private static int largest(float[] values, int first, int count) {
        int largest = 0;
        for (int i = 0; i < count; i++) {
            if (Float.isNaN(values[first + i])) {
                return NO_CLASS;
            }
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
            case SEVERAL -> "several tasks, of " + outputs + " outputs in all";
        };
    }
}
