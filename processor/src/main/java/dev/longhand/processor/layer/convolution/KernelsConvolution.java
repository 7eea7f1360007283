package dev.longhand.processor.layer.convolution;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Expressions;
import dev.longhand.processor.emit.LayerBodies;
import dev.longhand.processor.plan.ActivationRule;
import java.util.ArrayList;
import java.util.List;

/** A convolution as calls of the runtime's loops, with the formula of each in a comment. */
final class KernelsConvolution implements LayerBodies {

    private final ConvolutionPlan layer;
    private final ActivationRule function;
    private final boolean identity;

    KernelsConvolution(ConvolutionPlan layer) {
        this.layer = layer;
        function = layer.function();
        identity = layer.function().isIdentity();
    }

    // // 1. z = x ∗ W + b    3×3, 1 channel to 16 filters
    // // 2. a = max(0, z)    fused: in the same call
    // // 3. a = max a, 2×2   fused: in the same call; winners says which of the 4 pixels it is
    // convolutions.convolutionMaxPool(CONV1_SHAPE, x, p, CONV1_W, CONV1_B, Activation.RELU, a, winners, n);
    @Override
    public CodeBlock forward() {
        List<String> formulas = new ArrayList<>(List.of("1. " + ConvolutionEmitter.affine(layer)));
        int channels = layer.image().last();
        List<String> rests = new ArrayList<>(List.of(layer.window() + ", " + channels + " channel"
                + (channels == 1 ? "" : "s") + " to " + layer.filters() + " filter" + (layer.filters() == 1 ? "" : "s")
                + (layer.groups() > 1 ? ", in " + layer.groups() + " groups" : "")));
        boolean keepsZ = layer.z().isPresent();
        if (!identity && !keepsZ) {
            formulas.add("2. " + function.says());
            rests.add("fused: in the same call");
        }
        layer.pool().ifPresent(pool -> {
            formulas.add(
                    (identity ? "2" : "3") + ". a = max of " + pool.window().pixels());
            rests.add("fused: in the same call; winners: which of the "
                    + pool.window().size() + " pixels that is");
        });
        Body body = new Body();
        ConvolutionEmitter.steps(formulas, rests).forEach(body::say);
        if (keepsZ) {
            body.line(forwardCall("convolution", "Activation.IDENTITY", "z"));
            body.say("2. " + function.says());
            int size = layer.head().output().size();
            body.line("functions.activate(" + Expressions.activation(function) + ", z, a, n, " + size + ")");
        } else if (layer.pool().isPresent()) {
            body.line(forwardCall("convolutionMaxPool", Expressions.activation(function), "a, winners"));
        } else {
            body.line(forwardCall("convolution", Expressions.activation(function), "a"));
        }
        return body.build();
    }

    // // 3. a = max of 2×2  so the gradient goes to the winners only
    // // 2. a = max(0, z)   so dz = da where a > 0, else 0; dz takes da's place
    // final float[] dz = da;
    // functions.activationGradient(Activation.RELU, a, da, dz, n, 3136);
    // // 1. z = x ∗ W + b   so dW = Σ x·dz over all pixels and db = Σ dz; here over the winners
    // convolutions.convolutionMaxPoolGradient(CONV1_SHAPE, x, winners, dz, g, CONV1_W, CONV1_B, n);
    // //    and dx = Σ dz·W over the pixels that read x
    // convolutions.convolutionMaxPoolInputGradient(CONV1_SHAPE, winners, dz, p, CONV1_W, dx, n);
    @Override
    public CodeBlock backward() {
        boolean pooled = layer.pool().isPresent();
        boolean derives = ConvolutionEmitter.gradientName(layer).equals("da") && !identity;
        List<String> formulas = new ArrayList<>();
        List<String> rests = new ArrayList<>();
        layer.pool().ifPresent(pool -> {
            formulas.add(
                    (identity ? "2" : "3") + ". a = max of " + pool.window().pixels());
            rests.add("so da goes to the winner of each pool" + (identity ? "; dz takes its place" : ""));
        });
        if (derives) {
            formulas.add("2. " + function.says());
            rests.add("so " + function.gradientSays() + "; dz takes da's place");
        }
        formulas.add("1. " + ConvolutionEmitter.affine(layer));
        rests.add("so dW = Σ x·dz" + (layer.hasBias() ? " and db = Σ dz" : "") + " over all "
                + (pooled ? "winners" : "pixels"));
        List<String> lines = ConvolutionEmitter.steps(formulas, rests);
        Body body = new Body();
        int affine = lines.size() - 1;
        lines.subList(0, affine).forEach(body::say);
        if (affine > 0) {
            body.line("final float[] dz = da");
        }
        if (derives && !function.passesGradient()) {
            String kept = Expressions.gradientNeeds(function, "z") ? "z" : "a";
            body.line("functions.activationGradient(" + Expressions.activation(function) + ", " + kept + ", da, dz, n, "
                    + layer.outputSize() + ")");
        }
        body.say(lines.get(affine));
        String name = "convolutions.convolution" + (pooled ? "MaxPool" : "");
        String winners = pooled ? "winners, " : "";
        body.line(Body.call(name + "Gradient", layer.shape(), "x", winners + "dz", "g", offsets(), "n"));
        if (layer.dx().isPresent()) {
            body.say("   and dx = Σ dz·W over the " + (pooled ? "winners" : "pixels") + " that read x");
            body.line(Body.call(
                    name + "InputGradient",
                    layer.shape(),
                    winners + "dz",
                    "p",
                    ConvolutionEmitter.weights(layer),
                    "dx",
                    "n"));
        }
        return body.build();
    }

    private String forwardCall(String method, String activation, String out) {
        return Body.call("convolutions." + method, layer.shape(), "x", "p", offsets(), activation, out, "n");
    }

    private String offsets() {
        return ConvolutionEmitter.weights(layer) + ", "
                + (layer.hasBias() ? ConvolutionEmitter.bias(layer) : "ConvolutionKernels.NO_BIAS");
    }
}
