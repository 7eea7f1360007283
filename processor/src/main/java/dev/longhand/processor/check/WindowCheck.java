package dev.longhand.processor.check;

import dev.longhand.Shape;
import java.util.Optional;

/** The rules of what slides over an input: its size, stride, dilation and padding. */
public interface WindowCheck {

    /** The input, if the window can slide over one of its shape. */
    Optional<Shape> input(LayerContext layer);

    /** Checks the attributes against the input, as far as it's known. */
    Optional<Window> check(LayerContext layer, Optional<Shape> input);
}
