package dev.longhand.processor.layer.dense;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.Activation;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Expressions;
import dev.longhand.processor.emit.Index;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.formula.ActivationFormula;
import dev.longhand.processor.formula.Code;

/** What an unrolled dense layer does with the locals z0, z1 …: its second step. */
final class UnrolledActivation {

    private UnrolledActivation() {}

    // z[2 * s] = z0;
    // z[2 * s + 1] = z1;
    // // 2. a = e^z / Σ e^z, with z shifted by its maximum so that no e^z overflows
    // final float max = Math.max(z0, z1);
    // final float e0 = Functions.exp(z0 - max);
    // final float e1 = Functions.exp(z1 - max);
    // final float sum = e0 + e1;
    // a[2 * s] = e0 / sum;
    // a[2 * s + 1] = e1 / sum;
    static void forward(Body body, DensePlan layer) {
        int units = layer.units();
        if (layer.z().isPresent()) {
            for (int j = 0; j < units; j++) {
                body.line(Index.of("z", units, j) + " = z" + j);
            }
        }
        if (layer.function().isIdentity()) {
            return;
        }
        ActivationFormula function = layer.function();
        body.step("2. " + function.forwardComment());
        if (function.isRowwise()) {
            rowwise(body, layer);
            return;
        }
        for (int j = 0; j < units; j++) {
            body.line(Index.of("a", units, j) + " = ", Expressions.forward(function, "z" + j));
        }
    }

    private static void rowwise(Body body, DensePlan layer) {
        int units = layer.units();
        maximum(body, layer);
        if (layer.function().activation() == Activation.LOG_SOFTMAX) {
            body.line(
                    "final float sum = ",
                    Code.join("+", Index.each(units, j -> Code.of(RuntimeTypes.FUNCTIONS, ".exp(z" + j + " - max)"))));
            body.line("final float log = ", RuntimeTypes.FUNCTIONS, ".log(sum)");
            for (int j = 0; j < units; j++) {
                body.line(Index.of("a", units, j) + " = z" + j + " - max - log");
            }
            return;
        }
        for (int j = 0; j < units; j++) {
            body.line("final float e" + j + " = ", RuntimeTypes.FUNCTIONS, ".exp(z" + j + " - max)");
        }
        body.line("final float sum = ", Code.join("+", Index.each(units, j -> "e" + j)));
        for (int j = 0; j < units; j++) {
            body.line(Index.of("a", units, j) + " = e" + j + " / sum");
        }
    }

    private static void maximum(Body body, DensePlan layer) {
        int units = layer.units();
        if (layer.unrolling().nestsMaximum()) {
            CodeBlock max = Code.of("z0");
            for (int j = 1; j < units; j++) {
                max = Code.of(RuntimeTypes.MATH, ".max(", max, ", z" + j + ")");
            }
            body.line("final float max = ", max);
            return;
        }
        body.line("float max = z0");
        for (int j = 1; j < units; j++) {
            body.line("max = ", RuntimeTypes.MATH, ".max(max, z" + j + ")");
        }
    }
}
