package dev.longhand.data;

import dev.longhand.model.Lengths;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.Workspace;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows of samples, which a {@link SampleReader} fills: the inputs and the targets of each, in flat arrays. A row counts 1,
 * with all its steps, unless {@link #setWeight} and {@link #setSteps} say otherwise.
 */
public final class SampleBuffer {

    private final int rows;
    private final int inputSize;
    private final int targetSize;
    private final float[] inputs;
    private final float[] targets;

    /** [rows][2], the weight of each in metrics and in the loss; null as long as all are 1. */
    private float @Nullable [] weights;

    /** [rows][2], the first step of each and the one after its last, 0 for all; null as long as all have all steps. */
    private int @Nullable [] steps;

    /** The inputs that aren't 0, if they are listed. */
    private @Nullable NonZeros nonZeros;

    /**
     * A buffer of zeros.
     *
     * @param rows the most samples, at least 1
     * @param inputSize the numbers of an input
     * @param targetSize the numbers of a target
     */
    public SampleBuffer(int rows, int inputSize, int targetSize) {
        this.rows = rows;
        this.inputSize = inputSize;
        this.targetSize = targetSize;
        inputs = new float[Rows.size("inputs", rows, inputSize)];
        targets = new float[Rows.size("targets", rows, targetSize)];
    }

    /** The most samples. */
    public int rows() {
        return rows;
    }

    /** The numbers of an input. */
    public int inputSize() {
        return inputSize;
    }

    /** The numbers of a target. */
    public int targetSize() {
        return targetSize;
    }

    /** The inputs, [rows][inputSize]. */
    public float[] inputs() {
        return inputs;
    }

    /** The targets, [rows][targetSize]. */
    public float[] targets() {
        return targets;
    }

    /**
     * Makes the target of a row that of a class: one-hot, or the label itself where a target is one number.
     *
     * @param label from 0 to the number of classes − 1
     */
    public void setLabel(int row, int label) {
        if (targetSize == 1) {
            targets[row] = label;
            return;
        }
        for (int i = 0; i < targetSize; i++) {
            targets[row * targetSize + i] = i == label ? 1 : 0;
        }
    }

    /** Makes a row count by this weight, in metrics and in the loss: 0 or more, and finite. */
    public void setWeight(int row, float weight) {
        setWeight(row, weight, weight);
    }

    /** Makes a row count by one weight in metrics, and by another in the loss: each 0 or more, and finite. */
    public void setWeight(int row, float weight, float weightInLoss) {
        requireWeight(row, weight);
        requireWeight(row, weightInLoss);
        if (weights == null) {
            weights = new float[2 * rows];
            Arrays.fill(weights, 1);
        }
        weights[2 * row] = weight;
        weights[2 * row + 1] = weightInLoss;
    }

    private static void requireWeight(int row, float weight) {
        if (!(weight >= 0 && weight <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "the weight of row " + row + " is " + weight + ": a weight is 0 or more, and finite");
        }
    }

    /**
     * Says that only the steps from {@code first} to {@code end} − 1 of a row are its sequence, for a network that is
     * declared with {@code masked = true}; the others are padding.
     *
     * @param first at least 0
     * @param end above {@code first}
     */
    public void setSteps(int row, int first, int end) {
        if (first < 0 || end <= first) {
            throw new IllegalArgumentException(
                    "steps " + first + " to " + (end - 1) + " are no sequence: it has at least 1 step");
        }
        if (steps == null) {
            steps = new int[2 * rows];
        }
        steps[2 * row] = first;
        steps[2 * row + 1] = end;
    }

    /** Before n rows are read into the buffer again: forgets their weights and steps. Allocates nothing. */
    public void clear(int row, int n) {
        if (weights != null) {
            Arrays.fill(weights, 2 * row, 2 * (row + n), 1);
        }
        if (steps != null) {
            Arrays.fill(steps, 2 * row, 2 * (row + n), 0);
        }
    }

    float weight(int row) {
        return weights == null ? 1 : weights[2 * row];
    }

    float weightInLoss(int row) {
        return weights == null ? 1 : weights[2 * row + 1];
    }

    /** The first step of a row's sequence. */
    int firstStep(int row) {
        return steps == null ? 0 : steps[2 * row];
    }

    /** The step after the last one of a row's sequence; 0 if all its steps are. */
    int endStep(int row) {
        return steps == null ? 0 : steps[2 * row + 1];
    }

    /**
     * Sets the padding of the first n rows to 0, so that not even NaN there matters.
     *
     * @param sample the number of the sample in a row, for messages
     * @throws IllegalArgumentException if a row has steps, but the network isn't declared with {@code masked = true}, or it
     *     reads fewer steps
     */
    public void mask(ModelInfo model, int n, IntToLongFunction sample) {
        for (int row = 0; row < n && steps != null; row++) {
            if (endStep(row) > 0) {
                Lengths.requireFit(model, sample.applyAsLong(row), endStep(row));
                int features = inputSize / model.masking().time();
                int from = row * inputSize;
                Arrays.fill(inputs, from, from + firstStep(row) * features, 0);
                Arrays.fill(inputs, from + endStep(row) * features, from + inputSize, 0);
            }
        }
    }

    /** Copies a row to row {@code to} of another buffer for samples of the same size. */
    public void copyRow(int row, SampleBuffer other, int to) {
        System.arraycopy(inputs, row * inputSize, other.inputs, to * inputSize, inputSize);
        System.arraycopy(targets, row * targetSize, other.targets, to * targetSize, targetSize);
        other.clear(to, 1);
        if (weights != null) {
            other.setWeight(to, weight(row), weightInLoss(row));
        }
        if (endStep(row) > 0) {
            other.setSteps(to, firstStep(row), endStep(row));
        }
    }

    /**
     * Lists the inputs of the first n rows that aren't 0, unless they are too many to pay, for {@link #copyTo}: worth it
     * where another thread does it, and {@link dev.longhand.model.ModelInfo#skipsZeros} of the network.
     */
    public void listNonZeros(int n) {
        if (nonZeros == null) {
            nonZeros = new NonZeros(rows, inputSize);
        }
        nonZeros.list(inputs, steps == null ? n : 0);
    }

    /**
     * Copies the first n rows into a workspace, as a batch, with their weights and steps. If their non-zero inputs are listed, these are only referred
     * to: then don't change the buffer before the pass has ended.
     */
    public void copyTo(Workspace ws, int n) {
        if (nonZeros != null && ws.skipsZeros() && nonZeros.rows() == n) {
            nonZeros.passTo(ws.inputBatch());
        } else {
            System.arraycopy(inputs, 0, ws.input(), 0, n * inputSize);
        }
        System.arraycopy(targets, 0, ws.targets(), 0, n * targetSize);
        ws.weights().clear();
        ws.steps().clear();
        for (int row = 0; row < n && steps != null; row++) {
            if (endStep(row) > 0) {
                ws.setSteps(row, firstStep(row), endStep(row));
            }
        }
        for (int row = 0; row < n && weights != null; row++) {
            ws.weights().set(row, weight(row), weightInLoss(row));
        }
    }
}
