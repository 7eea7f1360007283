package dev.longhand.processor.layer.pool;

import dev.longhand.Shape;
import dev.longhand.layer.AvgPool2d;
import dev.longhand.layer.GlobalAvgPool2d;
import dev.longhand.layer.MaxPool2d;
import dev.longhand.layer.StochasticPool2d;
import dev.longhand.processor.check.ResolvedPool;
import dev.longhand.processor.check.Window;
import java.lang.annotation.Annotation;

/**
 * {@code @MaxPool2d}, {@code @AvgPool2d}, {@code @GlobalAvgPool2d} or {@code @StochasticPool2d}, its shapes known.
 */
public record ResolvedPooling(String name, Kind kind, Shape input, Window window) implements ResolvedPool {

    @Override
    public Class<? extends Annotation> annotation() {
        return kind.annotation();
    }

    @Override
    public Shape output() {
        return kind == Kind.GLOBAL_AVERAGE ? Shape.of(input.last()) : window.output(input, input.last());
    }

    @Override
    public boolean isMaximum() {
        return kind == Kind.MAX;
    }

    /** What the pixels of a window become. */
    public enum Kind {
        /** The largest. */
        MAX(MaxPool2d.class),
        /** Their mean. */
        AVERAGE(AvgPool2d.class),
        /** Their mean over the whole image. */
        GLOBAL_AVERAGE(GlobalAvgPool2d.class),
        /** One of them, drawn at random. */
        STOCHASTIC(StochasticPool2d.class);

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
