package dev.longhand.processor.check;

import java.util.Optional;

/**
 * What a declaration says about the training of a layer.
 *
 * @param l1 the factor of the penalty on the absolute values of its weights, if it's given
 * @param l2 the factor of the penalty on half their squares, if it's given
 * @param isFrozen whether its parameters keep their values
 */
public record LayerTraining(Optional<Float> l1, Optional<Float> l2, boolean isFrozen) {

    /** Nothing is given. */
    public static final LayerTraining NONE = new LayerTraining(Optional.empty(), Optional.empty(), false);

    /** The same, frozen or not. */
    LayerTraining frozen(boolean isFrozen) {
        return new LayerTraining(l1, l2, isFrozen);
    }
}
