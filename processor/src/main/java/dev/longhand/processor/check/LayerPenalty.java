package dev.longhand.processor.check;

import java.util.Optional;

/**
 * The penalties on the weights of a layer.
 *
 * @param l1 the factor of the absolute values, if it's given
 * @param l2 the factor of half the squares, if it's given
 */
public record LayerPenalty(Optional<Float> l1, Optional<Float> l2) {

    /** Nothing is given. */
    public static final LayerPenalty NONE = new LayerPenalty(Optional.empty(), Optional.empty());
}
