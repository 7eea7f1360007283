package dev.longhand.processor.check;

import dev.longhand.Activation;

/** An activation with the slope in force, 1 for one that has none. */
public record ActivationFunction(Activation activation, float slope) {

    /** f(z) = z, for layers without an activation. */
    public static final ActivationFunction IDENTITY = new ActivationFunction(Activation.IDENTITY, 1);
}
