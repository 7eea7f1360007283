package dev.longhand.processor.flow;

import dev.longhand.Activation;
import dev.longhand.Loss;

/** The activation that the loss is differentiated together with. */
public enum LossFusion {
    /** None: the loss gives da. */
    NONE,
    /** σ with binary cross-entropy, which gives dz. */
    SIGMOID,
    /** Softmax with cross-entropy or log-likelihood, which gives dz. */
    SOFTMAX,
    /** The logarithm of softmax with cross-entropy, which gives dz. */
    LOG_SOFTMAX;

    static LossFusion of(Loss loss, Activation activation) {
        return switch (loss) {
            case BINARY_CROSS_ENTROPY -> activation == Activation.SIGMOID ? SIGMOID : NONE;
            case CROSS_ENTROPY ->
                activation == Activation.SOFTMAX ? SOFTMAX : activation == Activation.LOG_SOFTMAX ? LOG_SOFTMAX : NONE;
            case LOG_LIKELIHOOD -> activation == Activation.SOFTMAX ? SOFTMAX : NONE;
            case HALF_SQUARED_ERROR, MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER -> NONE;
        };
    }

    /** Whether the loss is computed from z, which stays exact where a rounds to 0 or 1. */
    public boolean readsZ() {
        return this == SIGMOID || this == SOFTMAX;
    }

    /** Whether it's a function of each row of the outputs. */
    public boolean isRowwise() {
        return this == SOFTMAX || this == LOG_SOFTMAX;
    }
}
