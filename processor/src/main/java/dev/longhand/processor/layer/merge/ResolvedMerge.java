package dev.longhand.processor.layer.merge;

import dev.longhand.Settings;
import dev.longhand.Shape;
import dev.longhand.layer.Add;
import dev.longhand.layer.Concat;
import dev.longhand.layer.Multiply;
import dev.longhand.processor.check.ResolvedLayer;
import java.lang.annotation.Annotation;
import java.util.List;

/**
 * {@code @Add}, {@code @Concat} or {@code @Multiply}: layers joined into one.
 */
public record ResolvedMerge(String name, Kind kind, List<Shape> inputs) implements ResolvedLayer {

    @Override
    public Class<? extends Annotation> annotation() {
        return kind.annotation();
    }

    public ResolvedMerge {
        inputs = List.copyOf(inputs);
    }

    @Override
    public Shape input() {
        return inputs.get(0);
    }

    @Override
    public Shape output() {
        int channels = inputs.stream().mapToInt(Shape::last).sum();
        return kind == Kind.CONCAT ? input().withLast(channels) : input();
    }

    @Override
    public Settings settings() {
        return Settings.NONE;
    }

    /** How they are joined. */
    public enum Kind {
        /** a = x₁ + x₂. */
        ADD(Add.class),
        /** Side by side, along the last dimension. */
        CONCAT(Concat.class),
        /** a = x₁·x₂. */
        MULTIPLY(Multiply.class);

        private final Class<? extends Annotation> annotation;

        Kind(Class<? extends Annotation> annotation) {
            this.annotation = annotation;
        }

        /** The annotation that declares it. */
        public Class<? extends Annotation> annotation() {
            return annotation;
        }
    }
}
