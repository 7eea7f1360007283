package dev.longhand.processor.layer.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.longhand.processor.check.Names;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.DenseConstant;
import dev.longhand.processor.emit.Doc;
import dev.longhand.processor.emit.Expressions;
import dev.longhand.processor.emit.LayerBodies;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.plan.ActivationRule;
import dev.longhand.processor.plan.LayerPlan.ParameterPlan;
import dev.longhand.processor.plan.Literals;
import java.util.List;
import java.util.Optional;

/** A dense layer as calls of the runtime's loops, with the formula of each in a comment. */
final class KernelsDense implements LayerBodies {

    private final DensePlan layer;
    private final ActivationRule function;
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
    // dense.forward(HIDDEN1_SHAPE, x, p, a, n);
    @Override
    public CodeBlock forward() {
        Body body = new Body();
        String sizes = "(n×" + in + ")·(" + in + "×" + units + ")";
        if (layer.function().isIdentity()) {
            body.say("1. " + DenseEmitter.affine(layer) + "  " + sizes);
            return body.line(forwardCall("a")).build();
        }
        body.say(DenseEmitter.step(layer, 1, DenseEmitter.affine(layer), sizes));
        if (layer.z().isPresent()) {
            body.line(forwardCall("z"));
            body.say("2. " + function.says());
            return body.line("functions.activate(" + Expressions.activation(function) + ", z, a, n, " + units + ")")
                    .build();
        }
        body.say(DenseEmitter.step(layer, 2, Doc.first(function), "fused: in the same call"));
        return body.line(forwardCall("a")).build();
    }

    // // 2. a = max(0, z)  so dz = da where a > 0, else 0; dz takes da's place
    // functions.activationGradient(Activation.RELU, a, da, dz, n, 100);
    // // 1. z = x·W + b    so dW = xᵀ·dz and db = Σ dz
    // dense.gradient(HIDDEN1_SHAPE, x, dz, g, n);
    // //    and dx = dz·Wᵀ
    // dense.inputGradient(HIDDEN1_SHAPE, dz, p, dx, n);
    @Override
    public CodeBlock backward() {
        Body body = new Body();
        String gradients = DenseEmitter.affineGradients(layer, false);
        String incoming = DenseEmitter.gradientName(layer);
        if (incoming.equals("dz")) {
            body.say("1. " + DenseEmitter.affine(layer) + "  " + gradients);
        } else {
            body.say(DenseEmitter.step(
                    layer, 2, Doc.first(function), "so " + function.gradientSays() + "; dz takes da's place"));
            body.line("final float[] dz = da");
            if (!function.passesGradient()) {
                String kept = Expressions.gradientNeeds(function, "z") ? "z" : "a";
                body.line(Body.call(
                        "functions.activationGradient",
                        Expressions.activation(function),
                        kept,
                        "da",
                        "dz",
                        "n",
                        units));
            }
            body.say(DenseEmitter.step(layer, 1, DenseEmitter.affine(layer), gradients));
        }
        body.line(Body.call("dense.gradient", shape(layer), "x", "dz", "g", "n"));
        if (layer.dx().isPresent()) {
            body.say("   and dx = dz·Wᵀ");
            body.line(Body.call("dense.inputGradient", shape(layer), "dz", "p", "dx", "n"));
        }
        return body.build();
    }

    private String forwardCall(String out) {
        return Body.call("dense.forward", shape(layer), "x", "p", out, "n");
    }

    /** Whether the backward method calls a kernel that differentiates f. */
    static boolean differentiates(DensePlan layer) {
        return DenseEmitter.gradientName(layer).equals("da")
                && !layer.function().passesGradient();
    }

    /** The constant with what kernels need to know: f only if it's applied in the same call as the product. */
    static FieldSpec constant(DensePlan layer) {
        List<ParameterPlan> parameters = layer.head().parameters();
        Optional<String> bias = layer.hasBias() ? Optional.of(parameters.get(1).constant()) : Optional.empty();
        CodeBlock product =
                DenseConstant.value(layer.in(), layer.units(), parameters.get(0).constant(), bias);
        boolean appliesFunction = !layer.function().isIdentity() && layer.z().isEmpty();
        String doc = "Layer " + layer.head().name() + " for kernels: inputs and units, where W "
                + (layer.hasBias() ? "and b begin" : "begins") + (appliesFunction ? ", the activation." : ".");
        return DenseConstant.field(
                shape(layer), doc, appliesFunction ? withActivation(product, layer.function()) : product);
    }

    private static CodeBlock withActivation(CodeBlock product, ActivationRule function) {
        CodeBlock.Builder value = product.toBuilder();
        value.add("$Z.activation($T.$L", RuntimeTypes.ACTIVATION, function.activation());
        if (function.hasOwnSlope()) {
            value.add(", $L", Literals.of(function.slope()));
        }
        return value.add(")").build();
    }

    private static String shape(DensePlan layer) {
        return Names.constant(layer.head().constant(), "SHAPE");
    }
}
