package dev.longhand.processor.plan;

import dev.longhand.Loss;
import dev.longhand.Style;
import dev.longhand.processor.check.LossSettings;
import dev.longhand.processor.flow.LossFusion;

/**
 * The loss with the activation that is fused into it.
 *
 * @param settings the loss
 * @param size the outputs of one row
 * @param rows the rows of a sample: its steps, if softmax over each is fused with the loss, otherwise 1
 * @param weightedRows the rows of a sample that have a weight each: {@code rows} or, where they may be masked, its steps
 * @param fused the activation
 * @param arrays what it reads and writes
 * @param style how it's written; never AUTO
 */
public record LossPlan(
        LossSettings settings,
        int size,
        int rows,
        int weightedRows,
        FusedActivation fused,
        LossArrays arrays,
        Style style) {

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

    /** The activation that it's differentiated together with. */
    public LossFusion fusion() {
        return fused.fusion();
    }

    /** The slope of the activation that is fused, 1 if there is none. */
    public float slope() {
        return fused.slope();
    }
}
