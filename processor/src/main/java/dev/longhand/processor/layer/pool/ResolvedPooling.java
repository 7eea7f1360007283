package dev.longhand.processor.layer.pool;

import dev.longhand.Settings;
import dev.longhand.Shape;
import dev.longhand.layer.AvgPool1d;
import dev.longhand.layer.AvgPool2d;
import dev.longhand.layer.GlobalAvgPool2d;
import dev.longhand.layer.MaxPool1d;
import dev.longhand.layer.MaxPool2d;
import dev.longhand.layer.StochasticPool2d;
import dev.longhand.processor.check.Window;
import dev.longhand.processor.check.WindowMaximum;
import java.lang.annotation.Annotation;
import java.util.Optional;

/**
 * A pooling layer, of images or of sequences, its shapes known.
 */
public record ResolvedPooling(String name, Kind kind, Shape input, Window window) implements WindowMaximum {

    @Override
    public Class<? extends Annotation> annotation() {
        return window.isOneDimensional() ? kind.ofSequences() : kind.annotation();
    }

    @Override
    public Shape output() {
        return kind == Kind.GLOBAL_AVERAGE ? Shape.of(input.last()) : window.output(input, input.last());
    }

    @Override
    public Settings settings() {
        return kind == Kind.GLOBAL_AVERAGE ? Settings.NONE : window.settings("size");
    }

    @Override
    public Optional<Window> maximumOver() {
        return kind == Kind.MAX ? Optional.of(window) : Optional.empty();
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

        /** The annotation that declares it of sequences, where there is one. */
        Class<? extends Annotation> ofSequences() {
            return switch (this) {
                case MAX -> MaxPool1d.class;
                case AVERAGE -> AvgPool1d.class;
                case GLOBAL_AVERAGE, STOCHASTIC -> throw new IllegalStateException(this + " is of images alone");
            };
        }

        /** The annotation that declares it of images. */
        public Class<? extends Annotation> annotation() {
            return annotation;
        }
    }
}
