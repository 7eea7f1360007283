package dev.longhand.importer;

import dev.longhand.Activation;

/**
 * An activation function with its slope.
 *
 * @param activation the function
 * @param slope its slope s, greater than 0; the function's default if it has none
 */
public record ActivationSetting(Activation activation, double slope) {

    /** No activation. */
    public static final ActivationSetting IDENTITY = of(Activation.IDENTITY);

    /**
     * Checks the slope.
     *
     * @throws IllegalArgumentException if it isn't a positive number, or the function has none and it's another than the
     *     default
     */
    public ActivationSetting {
        if (!(slope > 0 && Float.isFinite((float) slope))) {
            throw new IllegalArgumentException("a slope must be a finite number greater than 0, not " + slope);
        }
        if (!activation.hasSlope() && (float) slope != activation.defaultSlope()) {
            throw new IllegalArgumentException(activation + " has no slope, so it can't be " + slope);
        }
    }

    /** A function with its default slope. */
    public static ActivationSetting of(Activation activation) {
        return new ActivationSetting(activation, activation.defaultSlope());
    }

    /** Whether this is no function. */
    public boolean isIdentity() {
        return activation == Activation.IDENTITY;
    }

    /** Whether each output depends on all units. */
    public boolean isSoftmax() {
        return activation == Activation.SOFTMAX || activation == Activation.LOG_SOFTMAX;
    }

    /** Whether the slope must be written. */
    boolean hasOtherSlope() {
        return (float) slope != activation.defaultSlope();
    }
}
