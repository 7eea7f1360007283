package dev.longhand.processor.layer.dense;

import dev.longhand.processor.flow.LayerDerivative;
import dev.longhand.processor.formula.ActivationFormula;
import dev.longhand.processor.formula.Words;
import java.util.ArrayList;
import java.util.List;

/** What a dense layer and its gradients are, in words. */
final class DenseFormulas {

    private DenseFormulas() {}

    /** What flow asks of the derivative. */
    static LayerDerivative derivative(ResolvedDense layer) {
        return LayerDerivative.affine(layer.activation());
    }

    /** The layer: {@code a = relu(x·W + b)}. */
    static String layer(ActivationFormula function, boolean hasBias) {
        return "a = " + function.formula("x·W" + (hasBias ? " + b" : ""));
    }

    /** Step 1: {@code z = x·W + b}, or without b; a where f is the identity. */
    static String affine(DensePlan layer) {
        return Words.affine(layer.function().isIdentity() ? "a = z" : "z", "x·W", layer.hasBias());
    }

    /** The gradients of step 1: {@code so dW = xᵀ·dz, db = Σ dz and dx = dz·Wᵀ}. */
    static String affineGradients(DensePlan layer, boolean withInput) {
        List<String> gradients = new ArrayList<>();
        gradients.add("dW = xᵀ·dz");
        if (layer.hasBias()) {
            gradients.add("db = Σ dz");
        }
        if (withInput) {
            gradients.add("dx = dz·Wᵀ");
        }
        return "so " + Words.and(gradients);
    }

    /** The gradient that the layer receives: dz where no derivative of f remains to be multiplied with. */
    static String received(DensePlan layer) {
        return layer.activation().isDifferentiated() ? "da" : "dz";
    }

    /** The line of a step, with {@code rest} in the same column for both steps. */
    static String step(DensePlan layer, int number, String formula, String rest) {
        int width = Math.max(
                affine(layer).length(),
                layer.function().isIdentity() ? 0 : layer.function().step().length());
        return number + ". " + formula + " ".repeat(Math.max(0, width - formula.length())) + "  " + rest;
    }
}
