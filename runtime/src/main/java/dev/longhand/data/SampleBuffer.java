package dev.longhand.data;

import dev.longhand.model.Workspace;
import org.jspecify.annotations.Nullable;

/** Rows of samples, which a {@link SampleReader} fills: the inputs and the targets of each, in flat arrays. */
public final class SampleBuffer {

    private final int rows;
    private final int inputSize;
    private final int targetSize;
    private final float[] inputs;
    private final float[] targets;

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

    /** Copies a row to row {@code to} of another buffer for samples of the same size. */
    public void copyRow(int row, SampleBuffer other, int to) {
        System.arraycopy(inputs, row * inputSize, other.inputs, to * inputSize, inputSize);
        System.arraycopy(targets, row * targetSize, other.targets, to * targetSize, targetSize);
    }

    /**
     * Lists the inputs of the first n rows that aren't 0, unless they are too many to pay, for {@link #copyTo}: worth it
     * where another thread does it, and {@link dev.longhand.model.ModelInfo#skipsZeros} of the network.
     */
    public void listNonZeros(int n) {
        if (nonZeros == null) {
            nonZeros = new NonZeros(rows, inputSize);
        }
        nonZeros.list(inputs, n);
    }

    /**
     * Copies the first n rows into a workspace, as a batch. If their non-zero inputs are listed, these are only referred
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
    }
}
