package dev.longhand.processor.plan;

import dev.longhand.Loss;
import dev.longhand.Style;

/**
 * The loss with what is fused into it.
 *
 * @param loss which one
 * @param labelSmoothing the ε of cross-entropy
 * @param delta the δ of Huber's loss
 * @param size the outputs of one row
 * @param rows the rows of a sample: its steps, if softmax over each is fused with the loss, otherwise 1
 * @param form what is fused with it
 * @param slope the slope of the sigmoid that is fused with it, otherwise 1
 * @param z what the last activation was applied to; the same as {@code a} where it isn't needed
 * @param a the outputs
 * @param gradient where dz goes if it's fused, otherwise da
 * @param style how it's written; never AUTO
 */
public record LossPlan(
        Loss loss,
        float labelSmoothing,
        float delta,
        int size,
        int rows,
        Form form,
        float slope,
        WorkspaceArray z,
        WorkspaceArray a,
        WorkspaceArray gradient,
        Style style) {

    /** What the loss is fused with. */
    public enum Form {
        /** Nothing: it gives da. */
        PLAIN,
        /** σ and binary cross-entropy. */
        SIGMOID,
        /** Softmax and cross-entropy or log-likelihood. */
        SOFTMAX,
        /** The logarithm of softmax and cross-entropy. */
        LOG_SOFTMAX
    }
}
