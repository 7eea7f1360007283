package dev.longhand.processor.flow;

import dev.longhand.processor.formula.Value;
import java.util.Set;

/**
 * Where the gradient of an output's loss begins.
 *
 * @param layer the index of the layer whose output the loss reads, seen through views
 * @param fusion the activation that the loss is differentiated together with
 * @param gradientOf the index of the layer whose gradient the loss writes: the same one or, if it's an activation alone that
 *     the loss is differentiated together with, the one before
 */
public record LossFlow(int layer, LossFusion fusion, int gradientOf) {

    /** Whether the loss is differentiated together with the layer's activation. */
    public boolean isFused() {
        return fusion != LossFusion.NONE;
    }

    /** The values of the layer that the loss reads: it's a function of a; z is more exact where a is rounded. */
    Set<Value> reads() {
        return fusion.readsZ() ? Set.of(Value.Z, Value.A) : Set.of(Value.A);
    }
}
