package dev.longhand.processor.layer.pointwise;

import dev.longhand.Settings;
import dev.longhand.Shape;
import dev.longhand.processor.check.ResolvedLayer;
import java.lang.annotation.Annotation;

/**
 * {@code @GaussianNoise} with its shape known.
 */
public record ResolvedGaussianNoise(String name, Shape input, float stddev) implements ResolvedLayer {

    @Override
    public Class<? extends Annotation> annotation() {
        return dev.longhand.layer.GaussianNoise.class;
    }

    @Override
    public Shape output() {
        return input;
    }

    @Override
    public Settings settings() {
        return Settings.NONE.withNumber("stddev", stddev);
    }
}
