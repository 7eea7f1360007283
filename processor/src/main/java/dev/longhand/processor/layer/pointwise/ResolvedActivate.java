package dev.longhand.processor.layer.pointwise;

import dev.longhand.Settings;
import dev.longhand.Shape;
import dev.longhand.processor.check.ActivationFunction;
import dev.longhand.processor.check.ResolvedLayer;
import java.lang.annotation.Annotation;

/**
 * {@code @Activate} with the slope in force and its shape known.
 */
public record ResolvedActivate(String name, Shape input, ActivationFunction activation) implements ResolvedLayer {

    @Override
    public Class<? extends Annotation> annotation() {
        return dev.longhand.layer.Activate.class;
    }

    @Override
    public Shape output() {
        return input;
    }

    @Override
    public Settings settings() {
        return activation.addTo(Settings.NONE);
    }
}
