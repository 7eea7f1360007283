package dev.longhand.processor.layer.reshape;

import dev.longhand.Settings;
import dev.longhand.Shape;
import dev.longhand.processor.check.ResolvedLayer;
import java.lang.annotation.Annotation;

/**
 * {@code @Reshape} with its shapes known.
 */
public record ResolvedReshape(String name, Shape input, Shape output) implements ResolvedLayer {

    @Override
    public Class<? extends Annotation> annotation() {
        return dev.longhand.layer.Reshape.class;
    }

    @Override
    public Settings settings() {
        return Settings.NONE;
    }
}
