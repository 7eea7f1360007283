package dev.longhand.processor.plan;

/** What a forward pass is for. */
public enum Mode {
    /** Predictions: nothing is random. */
    PREDICTING,
    /** The forward pass of a training step. */
    TRAINING,
    /** Predictions with the randomness of training, to see their spread. */
    SAMPLING
}
