package dev.longhand.processor.layer.norm;

import dev.longhand.Settings;
import dev.longhand.Shape;
import dev.longhand.processor.check.ResolvedLayer;
import java.lang.annotation.Annotation;

/**
 * {@code @LayerNorm} with its shape known.
 */
public record ResolvedLayerNorm(String name, Shape input, float epsilon) implements ResolvedLayer {

    @Override
    public Class<? extends Annotation> annotation() {
        return dev.longhand.layer.LayerNorm.class;
    }

    @Override
    public Shape output() {
        return input;
    }

    @Override
    public Settings settings() {
        return Settings.NONE.withNumber("epsilon", epsilon);
    }
}
