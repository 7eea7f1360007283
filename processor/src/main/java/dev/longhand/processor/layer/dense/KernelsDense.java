package dev.longhand.processor.layer.dense;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.DenseDescriptor;
import dev.longhand.processor.emit.Expressions;
import dev.longhand.processor.emit.GeneratedConstant;
import dev.longhand.processor.emit.LayerBodies;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.formula.ActivationFormula;
import dev.longhand.processor.formula.Code;
import dev.longhand.processor.formula.Value;

/** A dense layer as calls of kernels, with the formula of each in a comment. */
final class KernelsDense implements LayerBodies {

    private final DensePlan layer;
    private final ActivationFormula function;
    private final int in;
    private final int units;

    KernelsDense(DensePlan layer) {
        this.layer = layer;
        function = layer.function();
        in = layer.in();
        units = layer.units();
    }

    // // 1. z = x·W + b    (n×784)·(784×100)
    // // 2. a = max(0, z)  fused: in the same call
    // dense.forward(HIDDEN1, x, p, a, n);
    @Override
    public CodeBlock forward() {
        Body body = new Body();
        String sizes = "(n×" + in + ")·(" + in + "×" + units + ")";
        if (layer.function().isIdentity()) {
            body.step("1. " + DenseFormulas.affine(layer) + "  " + sizes);
            return body.line(forwardCall("a")).build();
        }
        body.step(DenseFormulas.step(layer, 1, DenseFormulas.affine(layer), sizes));
        if (layer.z().isPresent()) {
            body.line(forwardCall("z"));
            body.step("2. " + function.forwardComment());
            return body.line("functions.activate(", Expressions.activation(function), ", z, a, n, " + units + ")")
                    .build();
        }
        body.step(DenseFormulas.step(layer, 2, function.step(), "fused: in the same call"));
        return body.line(forwardCall("a")).build();
    }

    // // 2. a = max(0, z)  so dz = da where a > 0, else 0; dz is written over da
    // final float[] dz = da;
    // functions.activationGradient(Activation.RELU, a, da, dz, n, 100);
    // // 1. z = x·W + b    so dW = xᵀ·dz and db = Σ dz
    // dense.gradient(HIDDEN2, x, dz, g, n);
    // //    and dx = dz·Wᵀ
    // dense.inputGradient(HIDDEN2, dz, p, dx, n);
    @Override
    public CodeBlock backward() {
        Body body = new Body();
        String gradients = DenseFormulas.affineGradients(layer, false);
        if (!layer.activation().isDifferentiated()) {
            body.step("1. " + DenseFormulas.affine(layer) + "  " + gradients);
        } else {
            body.step(DenseFormulas.step(
                    layer, 2, function.step(), "so " + function.gradientFormula() + "; dz is written over da"));
            body.line("final float[] dz = da");
            if (!function.passesGradient()) {
                String kept = layer.backwardReads(Value.Z) ? "z" : "a";
                body.line(Code.call(
                        "functions.activationGradient",
                        Expressions.activation(function),
                        kept,
                        "da",
                        "dz",
                        "n",
                        units));
            }
            body.step(DenseFormulas.step(layer, 1, DenseFormulas.affine(layer), gradients));
        }
        body.line(Code.call("dense.gradient", shape(layer), "x", "dz", "g", "n"));
        if (layer.dx().isPresent()) {
            body.step("   and dx = dz·Wᵀ");
            body.line(Code.call("dense.inputGradient", shape(layer), "dz", "p", "dx", "n"));
        }
        return body.build();
    }

    private CodeBlock forwardCall(String out) {
        return Code.call("dense.forward", shape(layer), "x", "p", out, "n");
    }

    /** Whether the backward method calls a kernel that differentiates f. */
    static boolean differentiates(DensePlan layer) {
        return layer.activation().isDifferentiated() && !layer.function().passesGradient();
    }

    /** The constant that describes the layer to kernels: with f if it's applied in the same call as the product. */
    static GeneratedConstant constant(DensePlan layer) {
        CodeBlock product = DenseDescriptor.of(layer.in(), layer.units(), layer.weights(), layer.bias());
        boolean appliesFunction = !layer.function().isIdentity() && layer.z().isEmpty();
        String doc = layer.head().name() + ": inputs and units; where W " + (layer.hasBias() ? "and b begin" : "begins")
                + (appliesFunction ? "; its activation." : ".");
        CodeBlock value = appliesFunction
                ? CodeBlock.of("$L$Z$L", product, Expressions.descriptorActivation(layer.function()))
                : product;
        return new GeneratedConstant(RuntimeTypes.DENSE_LAYER, shape(layer), doc, value);
    }

    private static String shape(DensePlan layer) {
        return layer.head().descriptor();
    }
}
