package dev.longhand.processor.lower;

import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.check.Shape;
import java.util.Optional;

/** One step of the forward pass, from one value to the next. */
public sealed interface Operation {

    /** The index of the layer it belongs to, counted from 0. */
    int layer();

    /** What goes in. */
    Value in();

    /** What comes out. */
    Value out();

    /** z = x·W + b; without {@code bias} z = x·W. */
    record Affine(int layer, Value in, Value out, ResolvedLayer.Start weights, Optional<ResolvedLayer.Start> bias)
            implements Operation {}

    /** a = f(z), element by element or, for softmax and its logarithm, over the whole row. */
    record Apply(int layer, Value in, Value out, ResolvedLayer.Function function) implements Operation {}

    /** a = x·m with a random mask m while training; nothing when predicting. */
    record Drop(int layer, Value in, Value out, float rate) implements Operation {}

    /** The same numbers, seen in another shape. */
    record View(int layer, Value in, Value out) implements Operation {}

    /**
     * Numbers that flow between operations.
     *
     * @param layer the layer that makes it, −1 for the data
     * @param shape the shape of one sample
     */
    record Value(int layer, Shape shape) {

        /** Whether it's the network's input. */
        public boolean isData() {
            return layer < 0;
        }

        /** The numbers of one sample. */
        public int size() {
            return shape.size();
        }
    }
}
