package dev.longhand.processor.layer.convolution;

import dev.longhand.processor.check.Window;
import dev.longhand.processor.flow.LayerDerivative;
import dev.longhand.processor.formula.ActivationFormula;
import dev.longhand.processor.formula.Words;

/** What a convolution and its gradients are, in words. */
final class ConvolutionFormulas {

    private ConvolutionFormulas() {}

    /** What flow asks of the derivative. */
    static LayerDerivative derivative(ResolvedFilters layer) {
        return LayerDerivative.affine(layer.activation());
    }

    /** The layer: {@code a = relu(x ∗ W + b), 3×3}. */
    static String layer(ActivationFormula function, boolean hasBias, Window window) {
        return "a = " + function.formula("x ∗ W" + (hasBias ? " + b" : "")) + ", " + window.extent();
    }

    /** Step 1: {@code z = x ∗ W + b}, or without b; a where the sums are the output. */
    static String affine(ConvolutionPlan layer) {
        return Words.affine(layer.isAffine() ? "a" : "z", "x ∗ W", layer.hasBias());
    }

    /** The gradient that the layer receives: dz where the sums are what it is a gradient of. */
    static String received(ConvolutionPlan layer) {
        return layer.activation().isFusedWithLoss() || layer.isAffine() ? "dz" : "da";
    }
}
