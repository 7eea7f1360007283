package dev.longhand.processor.layer.dense;

import dev.longhand.Settings;
import dev.longhand.Shape;
import dev.longhand.processor.check.ActivationFunction;
import dev.longhand.processor.check.AffineInitialization;
import dev.longhand.processor.check.ResolvedLayer;
import java.lang.annotation.Annotation;

/**
 * {@code @Dense} with all its attributes in force and its shapes known.
 */
public record ResolvedDense(
        String name, Shape input, int units, ActivationFunction activation, AffineInitialization initialization)
        implements ResolvedLayer {

    @Override
    public Class<? extends Annotation> annotation() {
        return dev.longhand.layer.Dense.class;
    }

    @Override
    public Shape output() {
        return input.withLast(units);
    }

    @Override
    public Settings settings() {
        return activation.addTo(Settings.NONE);
    }
}
