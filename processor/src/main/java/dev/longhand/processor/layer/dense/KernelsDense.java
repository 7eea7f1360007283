package dev.longhand.processor.layer.dense;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Expressions;
import dev.longhand.processor.emit.LayerBodies;
import dev.longhand.processor.formula.ActivationFormula;
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
    // kernels.dense(x, p, HIDDEN1_W, HIDDEN1_B, Activation.RELU, a, n, 784, 100);
    @Override
    public CodeBlock forward() {
        Body body = new Body();
        String sizes = "(n×" + in + ")·(" + in + "×" + units + ")";
        if (layer.function().isIdentity()) {
            body.say("1. " + DenseFormulas.affine(layer) + "  " + sizes);
            return dense(body, "Activation.IDENTITY", "a").build();
        }
        body.say(DenseFormulas.step(layer, 1, DenseFormulas.affine(layer), sizes));
        if (layer.z().isPresent()) {
            dense(body, "Activation.IDENTITY", "z");
            body.say("2. " + function.says());
            return body.line("kernels.activate(" + Expressions.activation(function) + ", z, a, n, " + units + ")")
                    .build();
        }
        body.say(DenseFormulas.step(layer, 2, function.step(), "fused: in the same call"));
        return dense(body, Expressions.activation(function), "a").build();
    }

    // // 2. a = max(0, z)  so dz = da where a > 0, else 0; dz takes da's place
    // kernels.activationGradient(Activation.RELU, a, da, da, n, 100);
    // // 1. z = x·W + b    so dW = xᵀ·dz and db = Σ dz
    // kernels.denseGradient(x, da, g, HIDDEN1_W, HIDDEN1_B, n, 784, 100);
    // //    and dx = dz·Wᵀ
    // kernels.denseInputGradient(da, p, HIDDEN1_W, dx, n, 784, 100);
    @Override
    public CodeBlock backward() {
        Body body = new Body();
        String gradients = DenseFormulas.affineGradients(layer, false);
        if (!layer.activation().isDifferentiated()) {
            body.say("1. " + DenseFormulas.affine(layer) + "  " + gradients);
        } else {
            body.say(DenseFormulas.step(
                    layer, 2, function.step(), "so " + function.gradientSays() + "; dz takes da's place"));
            body.line("final float[] dz = da");
            if (!function.passesGradient()) {
                String kept = function.reads(Value.Z) ? "z" : "a";
                body.line(Body.call(
                        "kernels.activationGradient", Expressions.activation(function), kept, "da", "dz", "n", units));
            }
            body.say(DenseFormulas.step(layer, 1, DenseFormulas.affine(layer), gradients));
        }
        body.line(Body.call("kernels.denseGradient", "x", "dz", "g", offsets(), "n", in, units));
        if (layer.dx().isPresent()) {
            body.say("   and dx = dz·Wᵀ");
            body.line(Body.call("kernels.denseInputGradient", "dz", "p", weights(), "dx", "n", in, units));
        }
        return body.build();
    }

    private Body dense(Body body, String activation, String out) {
        return body.line(Body.call("kernels.dense", "x", "p", offsets(), activation, out, "n", in, units));
    }

    private String offsets() {
        return weights() + ", " + (layer.hasBias() ? layer.bias() : "DenseKernels.NO_BIAS");
    }

    private String weights() {
        return layer.weights();
    }
}
