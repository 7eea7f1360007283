package dev.longhand.training;

/** The metric of an {@link EpochResult} that a callback monitors. */
public enum Monitor {
    /** Training loss: lower is better. */
    LOSS,
    /** Training accuracy: higher is better. */
    ACCURACY,
    /** Validation loss: lower is better. */
    VALIDATION_LOSS,
    /** Validation accuracy: higher is better. */
    VALIDATION_ACCURACY;

    /** Whether {@code value} is better than {@code other} by more than {@code minDelta}. */
    public boolean isBetter(double value, double other, double minDelta) {
        return switch (this) {
            case LOSS, VALIDATION_LOSS -> value < other - minDelta;
            case ACCURACY, VALIDATION_ACCURACY -> value > other + minDelta;
        };
    }

    /** The worst value. */
    double worst() {
        return switch (this) {
            case LOSS, VALIDATION_LOSS -> Double.POSITIVE_INFINITY;
            case ACCURACY, VALIDATION_ACCURACY -> Double.NEGATIVE_INFINITY;
        };
    }

    /** Checks that a training has this metric. */
    void requireOf(Training training, String callback) {
        boolean validation = this == VALIDATION_LOSS || this == VALIDATION_ACCURACY;
        if (validation && !training.hasValidation()) {
            throw new IllegalArgumentException(callback + " monitors " + this
                    + ", but there is no validation set: give one with validation(…), or monitor LOSS");
        }
        if ((this == ACCURACY || this == VALIDATION_ACCURACY)
                && !training.task().isClassification()) {
            throw new IllegalArgumentException(callback + " monitors " + this + ", but this is a " + training.task()
                    + ", which has no accuracy: monitor " + (validation ? "VALIDATION_LOSS" : "LOSS"));
        }
    }
}
