package dev.longhand.processor.plan;

import dev.longhand.Loss;
import dev.longhand.Style;
import dev.longhand.processor.check.OutputLoss;
import dev.longhand.processor.flow.LossFusion;

/**
 * The loss of an output, with the activation that is fused into it.
 *
 * @param settings the loss
 * @param names what the output is called
 * @param rows the rows of a sample and their size
 * @param fused the activation
 * @param arrays what it reads and writes
 * @param style how it's written; never AUTO
 */
public record LossPlan(
        OutputLoss settings, LayerNames names, Rows rows, FusedActivation fused, LossArrays arrays, Style style) {

    /**
     * The rows that the loss of a sample is computed of.
     *
     * @param size the outputs of one row
     * @param count the rows of a sample: its steps, if softmax over each is fused with the loss, otherwise 1
     * @param weighted the rows of a sample that have a weight each: {@code count} or, where they may be masked, its steps
     */
    public record Rows(int size, int count, int weighted) {}

    /**
     * The activation that is fused into the loss.
     *
     * @param fusion which one
     * @param slope its slope, 1 if there is none
     */
    public record FusedActivation(LossFusion fusion, float slope) {}

    /**
     * The arrays of a loss.
     *
     * @param z what the last activation was applied to; the same as {@code a} where it isn't needed
     * @param a the outputs
     * @param gradient dz if an activation is fused, otherwise da
     */
    public record LossArrays(WorkspaceArray z, WorkspaceArray a, WorkspaceArray gradient) {}

    /** Which loss. */
    public Loss loss() {
        return settings.loss();
    }

    /** The ε of cross-entropy. */
    public float labelSmoothing() {
        return settings.labelSmoothing();
    }

    /** The δ of Huber's loss. */
    public float delta() {
        return settings.delta();
    }

    /** What it's multiplied by in the loss of the network. */
    public float weight() {
        return settings.weight();
    }

    /** The outputs of a sample. */
    public int outputs() {
        return rows.size() * rows.count();
    }

    /** The activation that it's differentiated together with. */
    public LossFusion fusion() {
        return fused.fusion();
    }

    /** The slope of the activation that is fused, 1 if there is none. */
    public float slope() {
        return fused.slope();
    }
}
