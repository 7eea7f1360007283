package dev.longhand.processor.layer.convolution;

import dev.longhand.Settings;
import dev.longhand.Shape;
import dev.longhand.layer.Conv1d;
import dev.longhand.layer.Conv2d;
import dev.longhand.processor.check.ActivationFunction;
import dev.longhand.processor.check.AffineInitialization;
import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.check.Window;
import java.lang.annotation.Annotation;

/**
 * {@code @Conv2d} or {@code @Conv1d} with all its attributes in force and its shapes known.
 */
public record ResolvedFilters(
        String name,
        Shape input,
        int filters,
        Window window,
        int groups,
        ActivationFunction activation,
        AffineInitialization initialization)
        implements ResolvedLayer {

    @Override
    public Class<? extends Annotation> annotation() {
        return window.isOneDimensional() ? Conv1d.class : Conv2d.class;
    }

    @Override
    public Shape output() {
        return window.output(input, filters);
    }

    @Override
    public Settings settings() {
        return activation.addTo(window.settings("kernel").withIntegers("groups", groups));
    }

    /** The shape of W: height and width, or steps, of the kernel; channels of a group; filters. */
    public Shape weightShape() {
        return weights(window, input.last() / groups, filters);
    }

    /** The shape of W, whose filters read this many channels each. */
    static Shape weights(Window window, int channels, int filters) {
        return window.isOneDimensional()
                ? Shape.of(window.height(), channels, filters)
                : Shape.of(window.height(), window.width(), channels, filters);
    }

    /** Whether it has a bias b. */
    public boolean hasBias() {
        return initialization.bias().isPresent();
    }
}
