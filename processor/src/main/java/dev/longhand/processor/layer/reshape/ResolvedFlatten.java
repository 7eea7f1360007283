package dev.longhand.processor.layer.reshape;

import dev.longhand.Settings;
import dev.longhand.Shape;
import dev.longhand.processor.check.ResolvedLayer;
import java.lang.annotation.Annotation;

/**
 * {@code @Flatten} with its shapes known.
 */
public record ResolvedFlatten(String name, Shape input) implements ResolvedLayer {

    @Override
    public Class<? extends Annotation> annotation() {
        return dev.longhand.layer.Flatten.class;
    }

    @Override
    public Shape output() {
        return Shape.of(input.size());
    }

    @Override
    public Settings settings() {
        return Settings.NONE;
    }
}
