package dev.longhand.processor.plan;

import dev.longhand.processor.formula.ActivationFormula;
import java.util.Optional;

/**
 * The activation that ends a layer: a = f(z).
 *
 * @param function f
 * @param z the array of z, if it's needed after
 * @param isFusedWithLoss whether the loss has differentiated f, so that the layer receives dz
 */
public record OutputActivation(ActivationFormula function, Optional<WorkspaceArray> z, boolean isFusedWithLoss) {

    /** Whether the layer's backward pass has a step from da to dz. */
    public boolean isDifferentiated() {
        return !isFusedWithLoss && !function.isIdentity();
    }
}
