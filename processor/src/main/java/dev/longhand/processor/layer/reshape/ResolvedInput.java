package dev.longhand.processor.layer.reshape;

import dev.longhand.Settings;
import dev.longhand.Shape;
import dev.longhand.processor.check.ResolvedLayer;
import java.lang.annotation.Annotation;

/**
 * {@code @Input}: a part of each sample.
 *
 * @param input the shape of the whole sample
 * @param output the shape of the part
 */
public record ResolvedInput(String name, Shape input, Shape output) implements ResolvedLayer {

    @Override
    public Class<? extends Annotation> annotation() {
        return dev.longhand.layer.Input.class;
    }

    @Override
    public Settings settings() {
        return Settings.NONE;
    }

    /** Whether the part is the whole sample. */
    public boolean isWhole() {
        return output.size() == input.size();
    }
}
