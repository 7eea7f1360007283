package dev.longhand.processor.layer.dense;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Index;
import dev.longhand.processor.emit.LayerBodies;
import dev.longhand.processor.emit.Rowwise;
import dev.longhand.processor.formula.ActivationFormula;
import dev.longhand.processor.formula.Code;

/**
 * A dense layer too large for a local variable for each weight: each sum of a sample has one, z of every unit forward
 * and dx of every input backward, and the other index is a loop's.
 *
 * <p>So some ten sums are computed side by side, independent of one another; with each sum written out alone, the
 * processor would wait for every addition.
 */
final class UnrolledSums implements LayerBodies {

    private final DensePlan layer;
    private final ActivationFormula function;
    private final String weights;
    private final int in;
    private final int units;

    UnrolledSums(DensePlan layer) {
        this.layer = layer;
        function = layer.function();
        weights = layer.weights();
        in = layer.in();
        units = layer.units();
    }

    // // W: row i holds the weights from input i, column j those to unit j:
    // // w[i][j] is p[P_HIDDEN2_W + 5 * i + j]
    // for (int s = 0; s < n; s++) {
    //     // 1. z = x·W + b
    //     float z0 = 0, z1 = 0, z2 = 0, z3 = 0, z4 = 0;
    //     for (int i = 0; i < 6; i++) {
    //         final float xi = x[6 * s + i];
    //         z0 += xi * p[P_HIDDEN2_W + 5 * i];
    //         z1 += xi * p[P_HIDDEN2_W + 5 * i + 1];
    //     …
    //     z0 += p[P_HIDDEN2_B];
    //     …
    //     // 2. a = tanh(z)
    //     a[5 * s] = Functions.tanh(z0);
    @Override
    public CodeBlock forward() {
        String sum = layer.function().isIdentity() ? "a" : "z";
        Body body = new Body();
        sayWeights(body);
        body.loop("s", "n").step("1. " + DenseFormulas.affine(layer));
        body.line("float ", Code.list(Index.each(units, j -> sum + j + " = 0")));
        body.loop("i", String.valueOf(in)).line("final float xi = " + Index.of("x", in, "i"));
        for (int j = 0; j < units; j++) {
            body.line(sum + j + " += xi * " + Index.parameter("p", weights + " + " + units + " * i", j));
        }
        body.end();
        if (layer.hasBias()) {
            for (int j = 0; j < units; j++) {
                body.line(sum + j + " += " + Index.parameter("p", bias(), j));
            }
        }
        if (layer.function().isIdentity()) {
            for (int j = 0; j < units; j++) {
                body.line(Index.of("a", units, j) + " = a" + j);
            }
        }
        UnrolledActivation.forward(body, layer);
        return body.end().build();
    }

    // Arrays.fill(g, P_HIDDEN2_W, P_HIDDEN2_W + 35, 0);
    // for (int s = 0; s < n; s++) {
    //     final float x0 = x[6 * s], x1 = x[6 * s + 1], x2 = x[6 * s + 2], x3 = x[6 * s + 3],
    //             x4 = x[6 * s + 4], x5 = x[6 * s + 5];
    //     float dx0 = 0, dx1 = 0, dx2 = 0, dx3 = 0, dx4 = 0, dx5 = 0;
    //     for (int j = 0; j < 5; j++) {
    //         // 2. a = tanh(z)  so dz = da·(1 − a²)
    //         final float dzj = da[5 * s + j] * (1 - a[5 * s + j]) * (1 + a[5 * s + j]);
    //         // 1. z = x·W + b  so dW = xᵀ·dz, db = Σ dz and dx = dz·Wᵀ
    //         g[P_HIDDEN2_W + j] += x0 * dzj;
    //         …
    //         g[P_HIDDEN2_B + j] += dzj;
    //         dx0 += dzj * p[P_HIDDEN2_W + j];
    //     …
    //     }
    //     dx[6 * s] = dx0;
    @Override
    public CodeBlock backward() {
        boolean givesInput = layer.dx().isPresent();
        Body body = new Body();
        sayWeights(body);
        LoopsDense.clearGradients(body, layer);
        body.loop("s", "n");
        if (LoopsDense.needsDot(layer)) {
            Rowwise.dot(body, units);
        }
        body.line("final float ", Code.list(Index.each(in, i -> "x" + i + " = " + Index.of("x", in, i))));
        if (givesInput) {
            body.line("float ", Code.list(Index.each(in, i -> "dx" + i + " = 0")));
        }
        body.loop("j", String.valueOf(units));
        LoopsDense.gradientOfSum(body, layer);
        for (int i = 0; i < in; i++) {
            body.line(weightTo("g", i) + " += x" + i + " * dzj");
        }
        if (layer.hasBias()) {
            body.line("g[" + bias() + " + j] += dzj");
        }
        if (givesInput) {
            for (int i = 0; i < in; i++) {
                body.line("dx" + i + " += dzj * " + weightTo("p", i));
            }
        }
        body.end();
        if (givesInput) {
            for (int i = 0; i < in; i++) {
                body.line(Index.of("dx", in, i) + " = dx" + i);
            }
        }
        return body.end().build();
    }

    /** The weight from input i to unit j: {@code p[P_HIDDEN_W + 20 + j]}. */
    private String weightTo(String array, int i) {
        return array + "[" + weights + (i == 0 ? "" : " + " + units * i) + " + j]";
    }

    private String bias() {
        return layer.bias().orElseThrow();
    }

    private void sayWeights(Body body) {
        body.comment("W: row i holds the weights from input i, column j those to unit j:");
        body.comment("w[i][j] is p[" + weights + " + " + units + " * i + j]");
    }
}
