package dev.longhand.processor.layer.embedding;

import dev.longhand.Settings;
import dev.longhand.Shape;
import dev.longhand.processor.check.Initialization;
import dev.longhand.processor.check.ResolvedLayer;
import java.lang.annotation.Annotation;

/**
 * {@code @Embedding} with all its attributes in force and its shapes known.
 */
public record ResolvedEmbedding(String name, Shape input, int vocabulary, int dimensions, Initialization weights)
        implements ResolvedLayer {

    @Override
    public Class<? extends Annotation> annotation() {
        return dev.longhand.layer.Embedding.class;
    }

    @Override
    public Shape output() {
        return Shape.of(input.size(), dimensions);
    }

    @Override
    public Settings settings() {
        return Settings.NONE;
    }
}
