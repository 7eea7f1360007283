package dev.longhand.processor.layer.convolution;

import dev.longhand.Shape;
import dev.longhand.processor.check.ActivationFunction;
import dev.longhand.processor.check.AffineStart;
import dev.longhand.processor.check.ResolvedConvolution;
import dev.longhand.processor.check.Window;
import java.lang.annotation.Annotation;

/**
 * {@code @Conv2d} with all its attributes in force and its shapes known.
 */
public record ResolvedConv2d(
        String name,
        Shape input,
        int filters,
        Window window,
        int groups,
        ActivationFunction activation,
        AffineStart start)
        implements ResolvedConvolution {

    @Override
    public Class<? extends Annotation> annotation() {
        return dev.longhand.layer.Conv2d.class;
    }

    @Override
    public Shape output() {
        return Shape.of(window.outputHeight(input), window.outputWidth(input), filters);
    }

    @Override
    public Shape weightShape() {
        return Shape.of(window.height(), window.width(), input.last() / groups, filters);
    }

    @Override
    public boolean hasBias() {
        return start.bias().isPresent();
    }
}
