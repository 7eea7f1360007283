package dev.longhand.processor.layer.recurrent;

import dev.longhand.processor.flow.LayerDerivative;
import dev.longhand.processor.formula.ActivationFormula;
import dev.longhand.processor.formula.Value;
import dev.longhand.processor.formula.Words;
import dev.longhand.processor.layer.recurrent.ResolvedRecurrent.Cell;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What recurrent layers and their gradients are, in words: what the three kinds have in common. */
final class RecurrentFormulas {

    private RecurrentFormulas() {}

    /**
     * What flow asks of the derivative: f is applied at every step, so that the layer doesn't end in it. Gates have
     * buffers of the layer.
     */
    static LayerDerivative derivative(ResolvedRecurrent layer) {
        Set<Value> reads = EnumSet.of(Value.X, Value.DA);
        if (layer.cell() == Cell.RNN) {
            reads.addAll(ActivationFormula.of(layer.activation()).derivative().reads());
        }
        return new LayerDerivative(true, reads, Optional.empty(), false);
    }

    /** The layer. */
    static String layer(ResolvedRecurrent layer, ActivationFormula function) {
        return switch (layer.cell()) {
            case RNN -> "h = " + function.formula("x·W + h'·U" + (layer.hasBias() ? " + b" : ""));
            case GRU -> GruFormulas.STATE;
            case LSTM -> LstmFormulas.MEMORY + ", " + LstmFormulas.STATE;
        };
    }

    /** The sum that a gate, or f, is applied to. */
    static String affine(RecurrentPlan layer) {
        return "z = x·W + h'·U" + (layer.hasBias() ? " + b" : "");
    }

    /** x·W + b. */
    static String ofInputs(RecurrentPlan layer) {
        return layer.hasBias() ? "x·W + b" : "x·W";
    }

    /** h'·U + c, of gated units. */
    static String ofStates(RecurrentPlan layer) {
        return layer.hasBias() ? "h'·U + c" : "h'·U";
    }

    /** What dh is: the gradient of the output and of the step after. */
    static String incoming(RecurrentPlan layer) {
        String after = layer.isGru() ? "dh∘u + dv·Uᵀ, both of the step after" : "dz·Uᵀ of the step after";
        if (layer.time() == 1) {
            return "dh = da";
        }
        return layer.returnSequences() ? "dh = da + " + after : "dh = da at the last step, before that " + after;
    }

    /** The gradients of z = x·W + h'·U + b. */
    static String gradientsOfAll(RecurrentPlan layer) {
        List<String> gradients = new ArrayList<>(List.of("dW = xᵀ·dz", "dU = h'ᵀ·dz"));
        if (layer.hasBias()) {
            gradients.add("db = Σ dz");
        }
        if (layer.dx().isPresent()) {
            gradients.add("dx = dz·Wᵀ");
        }
        return "so " + Words.and(gradients);
    }

    /** The gradients of x·W + b. */
    static String gradientsOfInputs(RecurrentPlan layer, boolean withInput) {
        List<String> gradients = new ArrayList<>(List.of("dW = xᵀ·dz"));
        if (layer.hasBias()) {
            gradients.add("db = Σ dz");
        }
        if (withInput) {
            gradients.add("dx = dz·Wᵀ");
        }
        return "so " + Words.and(gradients);
    }

    /** The gradients of h'·U + c, of gated units. */
    static String gradientsOfStates(RecurrentPlan layer) {
        return "so dU = h'ᵀ·dv" + (layer.hasBias() ? " and dc = Σ dv" : "");
    }
}
