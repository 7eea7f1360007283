package dev.longhand.processor.derive;

import dev.longhand.Loss;
import dev.longhand.processor.lower.Operation;

/** One step of the backward pass: from the gradient of an operation's output to that of its input. */
public sealed interface Derivative {

    /** E and its gradient in the output: da = ∂E/∂a. */
    record OfLoss(Loss loss) implements Derivative {}

    /**
     * dW = xᵀ·dz, db = Σ dz, dx = dz·Wᵀ.
     *
     * @param inputGradient whether anybody needs dx
     */
    record OfAffine(Operation.Affine operation, boolean inputGradient) implements Derivative {}

    /**
     * dz = da·f′.
     *
     * @param kept what f′ is written in terms of
     * @param inputGradient whether anybody needs dz
     */
    record OfApply(Operation.Apply operation, Kept kept, boolean inputGradient) implements Derivative {}

    /**
     * dx = da·m.
     *
     * @param inputGradient whether anybody needs dx
     */
    record OfDrop(Operation.Drop operation, boolean inputGradient) implements Derivative {}

    /** The same gradient, seen in another shape. */
    record OfView(Operation.View operation) implements Derivative {}

    /** What the forward pass has to keep for a derivative. */
    enum Kept {
        /** The output: f′ is written in terms of a. */
        A,
        /** The input: f′ is written in terms of z. */
        Z
    }
}
