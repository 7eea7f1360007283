package dev.longhand.processor.check;

import dev.longhand.Activation;
import dev.longhand.Settings;

/** An activation with the slope in force, 1 for one that has none. */
public record ActivationFunction(Activation activation, float slope) {

    /** f(z) = z, for layers without an activation. */
    public static final ActivationFunction IDENTITY = new ActivationFunction(Activation.IDENTITY, 1);

    /** The settings of a layer with this activation. */
    public Settings addTo(Settings settings) {
        return settings.withActivation(activation, slope);
    }
}
