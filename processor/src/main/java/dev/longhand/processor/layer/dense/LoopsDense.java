package dev.longhand.processor.layer.dense;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Expressions;
import dev.longhand.processor.emit.Index;
import dev.longhand.processor.emit.LayerBodies;
import dev.longhand.processor.emit.Rowwise;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.formula.ActivationFormula;
import dev.longhand.processor.formula.Value;

/** A dense layer as nested loops over constants. */
final class LoopsDense implements LayerBodies {

    private final DensePlan layer;
    private final ActivationFormula function;
    private final String weights;
    private final int in;
    private final int units;

    LoopsDense(DensePlan layer) {
        this.layer = layer;
        function = layer.function();
        weights = layer.weights();
        in = layer.in();
        units = layer.units();
    }

    // for (int s = 0; s < n; s++) {
    //     for (int j = 0; j < 6; j++) {
    //         // 1. z = x·W + b
    //         float zj = p[P_GATE_B + j];
    //         for (int i = 0; i < 2; i++) {
    //             zj += x[2 * s + i] * p[P_GATE_W + 6 * i + j];
    //         }
    //         // 2. a = σ(z)
    //         a[6 * s + j] = Functions.sigmoid(zj);
    //     }
    // }
    @Override
    public CodeBlock forward() {
        boolean identity = layer.function().isIdentity();
        String sum = identity ? "aj" : "zj";
        Body body = new Body();
        body.loop("s", "n").loop("j", String.valueOf(units));
        body.step("1. " + DenseFormulas.affine(layer));
        body.line("float " + sum + " = " + (layer.hasBias() ? "p[" + bias() + " + j]" : "0"));
        body.loop("i", String.valueOf(in))
                .line(sum + " += " + Index.of("x", in, "i") + " * " + Index.weight("p", weights, units))
                .end();
        String aj = Index.of("a", units, "j");
        if (identity) {
            return body.line(aj + " = aj").end().end().build();
        }
        if (layer.z().isPresent()) {
            body.line(Index.of("z", units, "j") + " = zj");
        }
        if (function.isRowwise()) {
            if (layer.z().isEmpty()) {
                body.line(aj + " = zj");
            }
            body.end().step("2. " + function.forwardComment());
            Rowwise.forward(body, function, layer.z().isPresent() ? "z" : "a", units);
        } else {
            body.step("2. " + function.forwardComment());
            body.line(aj + " = ", Expressions.forward(function, sum)).end();
        }
        return body.end().build();
    }

    // // dW and db, 18 numbers, are sums over the samples: they start from 0
    // Arrays.fill(g, P_GATE_W, P_GATE_W + 18, 0);
    // for (int s = 0; s < n; s++) {
    //     for (int j = 0; j < 6; j++) {
    //         // 2. a = σ(z)     so dz = da·a·(1 − a)
    //         final float dzj = da[6 * s + j] * a[6 * s + j] * (1 - a[6 * s + j]);
    //         // 1. z = x·W + b  so dW = xᵀ·dz and db = Σ dz
    //         g[P_GATE_B + j] += dzj;
    //         for (int i = 0; i < 2; i++) {
    //             g[P_GATE_W + 6 * i + j] += x[2 * s + i] * dzj;
    //         }
    //     }
    // }
    @Override
    public CodeBlock backward() {
        boolean givesInput = layer.dx().isPresent();
        Body body = new Body();
        clearGradients(body, layer);
        if (givesInput) {
            body.line(RuntimeTypes.ARRAYS, ".fill(dx, 0, " + Index.count(in) + ", 0)");
        }
        body.loop("s", "n");
        if (needsDot(layer)) {
            Rowwise.dot(body, units);
        }
        body.loop("j", String.valueOf(units));
        gradientOfSum(body, layer);
        if (layer.hasBias()) {
            body.line("g[" + bias() + " + j] += dzj");
        }
        body.loop("i", String.valueOf(in));
        body.line(Index.weight("g", weights, units) + " += " + Index.of("x", in, "i") + " * dzj");
        if (givesInput) {
            body.line(Index.of("dx", in, "i") + " += dzj * " + Index.weight("p", weights, units));
        }
        return body.end().end().end().build();
    }

    /** Sets the layer's part of g to 0, to be added to. */
    static void clearGradients(Body body, DensePlan layer) {
        String weights = layer.weights();
        body.comment((layer.hasBias() ? "dW and db, " : "dW, ") + layer.head().parameterCount()
                + " numbers, are sums over the samples: they start from 0");
        body.line(
                RuntimeTypes.ARRAYS,
                ".fill(g, " + weights + ", " + weights + " + " + layer.head().parameterCount() + ", 0)");
    }

    /** Whether {@link Rowwise#dot} has to come before the loop over the units. */
    static boolean needsDot(DensePlan layer) {
        return layer.activation().isDifferentiated() && layer.function().isRowwise();
    }

    /** dzj in a loop over the units, and the formulas of what follows from it. */
    static void gradientOfSum(Body body, DensePlan layer) {
        ActivationFormula function = layer.function();
        int units = layer.units();
        String gradients = DenseFormulas.affineGradients(layer, layer.dx().isPresent());
        if (!layer.activation().isDifferentiated()) {
            body.line("final float dzj = " + Index.of("dz", units, "j"));
            body.step("1. " + DenseFormulas.affine(layer) + "  " + gradients);
            return;
        }
        body.step(DenseFormulas.step(layer, 2, function.step(), "so " + function.gradientFormula()));
        if (layer.backwardReads(Value.Z)) {
            body.line("final float zj = " + Index.of("z", units, "j"));
        }
        body.line(
                "final float dzj = ",
                function.isRowwise()
                        ? Rowwise.gradient(units)
                        : Expressions.gradient(function, "zj", Index.of("a", units, "j"), Index.of("da", units, "j")));
        body.step(DenseFormulas.step(layer, 1, DenseFormulas.affine(layer), gradients));
    }

    private String bias() {
        return layer.bias().orElseThrow();
    }
}
