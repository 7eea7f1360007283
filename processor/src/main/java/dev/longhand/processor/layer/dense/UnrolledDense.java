package dev.longhand.processor.layer.dense;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Expressions;
import dev.longhand.processor.emit.Index;
import dev.longhand.processor.emit.LayerBodies;
import dev.longhand.processor.formula.ActivationFormula;
import dev.longhand.processor.formula.Code;
import dev.longhand.processor.formula.Value;
import java.util.ArrayList;
import java.util.List;

/** A dense layer with every sum written out and every value, weights included, in a local variable. */
final class UnrolledDense implements LayerBodies {

    private final DensePlan layer;
    private final ActivationFormula function;
    private final String weights;
    private final int in;
    private final int units;

    UnrolledDense(DensePlan layer) {
        this.layer = layer;
        function = layer.function();
        weights = layer.weights();
        in = layer.in();
        units = layer.units();
    }

    // // W: row i holds the weights from input i, column j those to unit j
    // final float w00 = p[P_HIDDEN_W], w01 = p[P_HIDDEN_W + 1];
    // final float w10 = p[P_HIDDEN_W + 2], w11 = p[P_HIDDEN_W + 3];
    // final float b0 = p[P_HIDDEN_B], b1 = p[P_HIDDEN_B + 1];
    // for (int s = 0; s < n; s++) {
    //     final float x0 = x[2 * s], x1 = x[2 * s + 1];
    //     // 1. z = x·W + b
    //     final float z0 = x0 * w00 + x1 * w10 + b0;
    //     final float z1 = x0 * w01 + x1 * w11 + b1;
    //     // 2. a = σ(z)
    //     a[2 * s] = Functions.sigmoid(z0);
    //     a[2 * s + 1] = Functions.sigmoid(z1);
    // }
    @Override
    public CodeBlock forward() {
        Body body = new Body();
        readWeights(body);
        if (layer.hasBias()) {
            body.line(
                    "final float ",
                    Code.list(Index.each(
                            units,
                            j -> "b" + j + " = "
                                    + Index.parameter("p", layer.bias().orElseThrow(), j))));
        }
        body.loop("s", "n");
        readInputs(body);
        body.step("1. " + DenseFormulas.affine(layer));
        for (int j = 0; j < units; j++) {
            if (layer.function().isIdentity()) {
                body.line(Index.of("a", units, j) + " = ", sum(j));
            } else {
                body.line("final float z" + j + " = ", sum(j));
            }
        }
        UnrolledActivation.forward(body, layer);
        return body.end().build();
    }

    //     // 2. a = σ(z)     so dz = da·a·(1 − a)
    //     final float dz0 = da0 * a0 * (1 - a0);
    //     final float dz1 = da1 * a1 * (1 - a1);
    //     // 1. z = x·W + b  so dW = xᵀ·dz and db = Σ dz
    //     dw00 += x0 * dz0;
    //     …
    //     db0 += dz0;
    // …
    // g[P_HIDDEN_W] = dw00;
    @Override
    public CodeBlock backward() {
        Body body = new Body();
        boolean givesInput = layer.dx().isPresent();
        if (givesInput) {
            readWeights(body);
        }
        for (int i = 0; i < in; i++) {
            int row = i;
            body.line("float ", Code.list(Index.each(units, j -> "d" + w(row, j) + " = 0")));
        }
        if (layer.hasBias()) {
            body.line("float ", Code.list(Index.each(units, j -> "db" + j + " = 0")));
        }
        body.loop("s", "n");
        readInputs(body);
        gradientOfSums(body);
        body.step(stepOne());
        for (int i = 0; i < in; i++) {
            for (int j = 0; j < units; j++) {
                body.line("d" + w(i, j) + " += x" + i + " * dz" + j);
            }
        }
        if (layer.hasBias()) {
            for (int j = 0; j < units; j++) {
                body.line("db" + j + " += dz" + j);
            }
        }
        if (givesInput) {
            for (int i = 0; i < in; i++) {
                int row = i;
                body.line(
                        Index.of("dx", in, i) + " = ",
                        Code.join("+", Index.each(units, j -> "dz" + j + " * " + w(row, j))));
            }
        }
        body.end();
        for (int i = 0; i < in; i++) {
            for (int j = 0; j < units; j++) {
                body.line(Index.parameter("g", weights, units * i + j) + " = d" + w(i, j));
            }
        }
        if (layer.hasBias()) {
            for (int j = 0; j < units; j++) {
                String bias = layer.bias().orElseThrow();
                body.line(Index.parameter("g", bias, j) + " = db" + j);
            }
        }
        return body.build();
    }

    private String stepOne() {
        String gradients = DenseFormulas.affineGradients(layer, layer.dx().isPresent());
        return !layer.activation().isDifferentiated()
                ? "1. " + DenseFormulas.affine(layer) + "  " + gradients
                : DenseFormulas.step(layer, 1, DenseFormulas.affine(layer), gradients);
    }

    /** dz of each unit, in locals. */
    private void gradientOfSums(Body body) {
        if (!layer.activation().isDifferentiated()) {
            body.line("final float ", Code.list(Index.each(units, j -> "dz" + j + " = " + Index.of("dz", units, j))));
            return;
        }
        if (layer.backwardReads(Value.A)) {
            body.line("final float ", Code.list(Index.each(units, j -> "a" + j + " = " + Index.of("a", units, j))));
        }
        if (layer.backwardReads(Value.Z)) {
            body.line("final float ", Code.list(Index.each(units, j -> "z" + j + " = " + Index.of("z", units, j))));
        }
        body.line("final float ", Code.list(Index.each(units, j -> "da" + j + " = " + Index.of("da", units, j))));
        body.step(DenseFormulas.step(layer, 2, function.step(), "so " + function.gradientFormula()));
        if (function.isRowwise()) {
            body.line("final float dot = ", Code.join("+", Index.each(units, j -> "da" + j + " * a" + j)));
            for (int j = 0; j < units; j++) {
                body.line("final float dz" + j + " = a" + j + " * (da" + j + " - dot)");
            }
            return;
        }
        for (int j = 0; j < units; j++) {
            body.line("final float dz" + j + " = ", Expressions.gradient(function, "z" + j, "a" + j, "da" + j));
        }
    }

    private void readWeights(Body body) {
        body.comment("W: row i holds the weights from input i, column j those to unit j");
        for (int i = 0; i < in; i++) {
            int row = i;
            body.line(
                    "final float ",
                    Code.list(Index.each(
                            units, j -> w(row, j) + " = " + Index.parameter("p", weights, units * row + j))));
        }
    }

    private void readInputs(Body body) {
        body.line("final float ", Code.list(Index.each(in, i -> "x" + i + " = " + Index.of("x", in, i))));
    }

    private CodeBlock sum(int j) {
        List<String> terms = new ArrayList<>(Index.each(in, i -> "x" + i + " * " + w(i, j)));
        if (layer.hasBias()) {
            terms.add("b" + j);
        }
        return Code.join("+", terms);
    }

    /** The weight from input i to unit j. */
    private String w(int i, int j) {
        return in <= 10 && units <= 10 ? "w" + i + j : "w" + i + "_" + j;
    }
}
