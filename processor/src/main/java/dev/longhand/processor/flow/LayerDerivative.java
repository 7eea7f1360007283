package dev.longhand.processor.flow;

import dev.longhand.processor.check.ActivationFunction;
import dev.longhand.processor.formula.ActivationFormula;
import dev.longhand.processor.formula.Value;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Properties of the derivative of a layer.
 *
 * @param learns whether it has parameters
 * @param reads the values that its derivative is computed from
 * @param activation the activation that its output comes from, if it ends in one
 * @param isView whether its output is the array of its input
 */
public record LayerDerivative(
        boolean learns, Set<Value> reads, Optional<ActivationFunction> activation, boolean isView) {

    public LayerDerivative {
        reads = Set.copyOf(reads);
    }

    /** Of a layer with parameters that ends in an activation: a = f(z), z linear in x. */
    public static LayerDerivative affine(ActivationFunction activation) {
        Set<Value> reads = EnumSet.of(Value.X);
        reads.addAll(ActivationFormula.of(activation).derivative().reads());
        return new LayerDerivative(true, reads, Optional.of(activation), false);
    }

    /** Of an activation alone: its z is its input x. */
    public static LayerDerivative activation(ActivationFunction activation) {
        Set<Value> reads = EnumSet.noneOf(Value.class);
        reads.addAll(ActivationFormula.of(activation).derivative().reads());
        if (reads.remove(Value.Z)) {
            reads.add(Value.X);
        }
        return new LayerDerivative(false, reads, Optional.of(activation), false);
    }

    /** Of a layer with parameters that doesn't end in an activation. */
    public static LayerDerivative learning(Value... reads) {
        return new LayerDerivative(true, with(reads), Optional.empty(), false);
    }

    /** Of a layer without parameters that doesn't end in an activation. */
    public static LayerDerivative fixed(Value... reads) {
        return new LayerDerivative(false, with(reads), Optional.empty(), false);
    }

    /** Of a layer whose output is its input in another shape. */
    public static LayerDerivative view() {
        return new LayerDerivative(false, Set.of(), Optional.empty(), true);
    }

    /** Whether it's an activation alone, without parameters. */
    boolean isActivationAlone() {
        return !learns && activation.isPresent();
    }

    private static Set<Value> with(Value... reads) {
        Set<Value> all = EnumSet.of(Value.DA);
        all.addAll(Set.of(reads));
        return all;
    }
}
