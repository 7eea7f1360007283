package dev.longhand.processor.layer.norm;

import dev.longhand.Settings;
import dev.longhand.Shape;
import dev.longhand.processor.check.ResolvedLayer;
import java.lang.annotation.Annotation;

/**
 * {@code @BatchNorm} with its shape known.
 */
public record ResolvedBatchNorm(String name, Shape input, float momentum, float epsilon) implements ResolvedLayer {

    @Override
    public Class<? extends Annotation> annotation() {
        return dev.longhand.layer.BatchNorm.class;
    }

    @Override
    public Shape output() {
        return input;
    }

    @Override
    public Settings settings() {
        return Settings.NONE.withNumber("momentum", momentum).withNumber("epsilon", epsilon);
    }
}
