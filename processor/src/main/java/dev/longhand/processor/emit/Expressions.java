package dev.longhand.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.processor.formula.ActivationFormula;
import dev.longhand.processor.formula.Code;
import dev.longhand.processor.formula.Literals;
import dev.longhand.processor.formula.Symbols;

/** Activations as Java expressions. */
public final class Expressions {

    private Expressions() {}

    /** a = f(z). */
    public static CodeBlock forward(ActivationFormula function, String z) {
        return function.forward().java().apply(z);
    }

    /** dz from da, with a and z where the derivative is written in them; broken where a line is full. */
    public static CodeBlock gradient(ActivationFormula function, String z, String a, String da) {
        Symbols symbols = new Symbols(z, a, "dz", da);
        return function.derivative().java().apply(symbols);
    }

    /** {@code Activation.RELU}, with its slope where it isn't the default. */
    public static CodeBlock activation(ActivationFormula function) {
        return Code.of(
                RuntimeTypes.ACTIVATION,
                "." + function.activation(),
                function.hasOwnSlope() ? ", " + Literals.of(function.slope()) : "");
    }

    /** {@code .activation(Activation.RELU)}, with its slope where it isn't the default. */
    public static CodeBlock descriptorActivation(ActivationFormula function) {
        CodeBlock.Builder code =
                CodeBlock.builder().add(".activation($T.$L", RuntimeTypes.ACTIVATION, function.activation());
        if (function.hasOwnSlope()) {
            code.add(", $L", Literals.of(function.slope()));
        }
        return code.add(")").build();
    }
}
