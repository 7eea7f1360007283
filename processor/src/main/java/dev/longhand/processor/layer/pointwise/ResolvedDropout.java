package dev.longhand.processor.layer.pointwise;

import dev.longhand.Settings;
import dev.longhand.Shape;
import dev.longhand.processor.check.ResolvedLayer;
import java.lang.annotation.Annotation;

/**
 * {@code @Dropout} with its shape known.
 */
public record ResolvedDropout(String name, Shape input, float rate) implements ResolvedLayer {

    @Override
    public Class<? extends Annotation> annotation() {
        return dev.longhand.layer.Dropout.class;
    }

    @Override
    public Shape output() {
        return input;
    }

    @Override
    public Settings settings() {
        return Settings.NONE.withNumber("rate", rate);
    }
}
