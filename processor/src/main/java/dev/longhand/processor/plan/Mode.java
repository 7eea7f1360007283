package dev.longhand.processor.plan;

/** What a forward pass is for. */
public enum Mode {
    /** Outputs as they are to be used: nothing random. */
    PREDICTING,
    /** Outputs to learn from. */
    TRAINING,
    /** Predictions with all that is random in training: to see how far they spread. */
    SAMPLING
}
