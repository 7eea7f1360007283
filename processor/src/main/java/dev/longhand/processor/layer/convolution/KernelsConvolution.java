package dev.longhand.processor.layer.convolution;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Expressions;
import dev.longhand.processor.emit.LayerBodies;
import dev.longhand.processor.formula.ActivationFormula;
import dev.longhand.processor.formula.Code;
import dev.longhand.processor.formula.Value;
import dev.longhand.processor.formula.Words;
import java.util.ArrayList;
import java.util.List;

/** A convolution as calls of kernels, with the formula of each in a comment. */
final class KernelsConvolution implements LayerBodies {

    private final ConvolutionPlan layer;
    private final ActivationFormula function;
    private final boolean identity;

    KernelsConvolution(ConvolutionPlan layer) {
        this.layer = layer;
        function = layer.function();
        identity = layer.function().isIdentity();
    }

    // // 1. z = x ∗ W + b   3×3, padding 1, 1 channel to 4 filters
    // //    z[row][column][f] = b[f] + Σ x[row + i − 1][column + j − 1][c]·W[i][j][c][f], over i,
    // //    j and c; x outside the image is 0
    // // 2. a = max(0, z)   fused: in the same call
    // // 3. a = max of 2×2  fused: in the same call; argmax: which of the 4 pixels that is
    // convolutions.forward(EDGES, x, p, a, argmax, n);
    @Override
    public CodeBlock forward() {
        List<String> formulas = new ArrayList<>(List.of("1. " + ConvolutionFormulas.affine(layer)));
        int channels = layer.image().last();
        List<String> rests = new ArrayList<>(List.of(layer.window() + ", " + channels + " channel"
                + (channels == 1 ? "" : "s") + " to " + layer.filters() + " filter" + (layer.filters() == 1 ? "" : "s")
                + (layer.groups() > 1 ? ", in " + layer.groups() + " groups" : "")));
        boolean keepsZ = layer.z().isPresent();
        if (!identity && !keepsZ) {
            formulas.add("2. " + function.forwardComment());
            rests.add("fused: in the same call");
        }
        layer.pool().ifPresent(pool -> {
            formulas.add(
                    (identity ? "2" : "3") + ". a = max of " + pool.window().extent());
            rests.add("fused: in the same call; argmax: which of the "
                    + pool.window().size() + " " + pool.window().position() + "s that is");
        });
        Body body = new Body();
        List<String> steps = Words.columns(formulas, rests);
        body.step(steps.get(0));
        body.step("   " + ConvolutionFormulas.indexed(layer));
        steps.subList(1, steps.size()).forEach(body::step);
        if (keepsZ) {
            body.line(forwardCall("z"));
            body.step("2. " + function.forwardComment());
            int size = layer.head().output().size();
            body.line("functions.activate(", Expressions.activation(function), ", z, a, n, " + size + ")");
        } else if (layer.pool().isPresent()) {
            body.line(forwardCall("a, argmax"));
        } else {
            body.line(forwardCall("a"));
        }
        return body.build();
    }

    // // 2. a = tanh(z)    so dz = da·(1 − a²); dz is written over da
    // final float[] dz = da;
    // functions.activationGradient(Activation.TANH, a, da, dz, n, 48);
    // // 1. z = x ∗ W + b  so db[f] = Σ dz[t][f] and
    // //    dW[i][c][f] = Σ x[t + 2·i − 4][c]·dz[t][f], both over t and all samples
    // convolutions.gradient(CONV2, x, dz, g, n);
    // //    and dx[t + 2·i − 4][c] = Σ W[i][c][f]·dz[t][f], over f and the steps that read this x
    // convolutions.inputGradient(CONV2, dz, p, dx, n);
    @Override
    public CodeBlock backward() {
        boolean pooled = layer.pool().isPresent();
        boolean derives = layer.activation().isDifferentiated();
        List<String> formulas = new ArrayList<>();
        List<String> rests = new ArrayList<>();
        layer.pool().ifPresent(pool -> {
            formulas.add(
                    (identity ? "2" : "3") + ". a = max of " + pool.window().extent());
            rests.add("so da goes to the argmax of each pool" + (identity ? "; dz is written over it" : ""));
        });
        if (derives) {
            formulas.add("2. " + function.forwardComment());
            rests.add("so " + function.gradientFormula() + "; dz is written over da");
        }
        formulas.add("1. " + ConvolutionFormulas.affine(layer));
        rests.add("so "
                + (layer.hasBias()
                        ? ConvolutionFormulas.biasGradient(layer) + " and"
                        : ConvolutionFormulas.weightGradient(layer)));
        List<String> lines = Words.columns(formulas, rests);
        Body body = new Body();
        int affine = lines.size() - 1;
        lines.subList(0, affine).forEach(body::step);
        if (affine > 0) {
            body.line("final float[] dz = da");
        }
        if (derives && !function.passesGradient()) {
            String kept = layer.backwardReads(Value.Z) ? "z" : "a";
            body.line(
                    "functions.activationGradient(",
                    Expressions.activation(function),
                    ", " + kept + ", da, dz, n, " + layer.outputSize() + ")");
        }
        body.step(lines.get(affine));
        if (layer.hasBias()) {
            body.step("   " + ConvolutionFormulas.weightGradient(layer));
        }
        String argmax = pooled ? "argmax, " : "";
        body.line(Code.call("convolutions.gradient", layer.shape(), "x", argmax + "dz", "g", "n"));
        if (layer.dx().isPresent()) {
            body.step("   and " + ConvolutionFormulas.inputGradientSum(layer));
            body.line(Code.call("convolutions.inputGradient", layer.shape(), argmax + "dz", "p", "dx", "n"));
        }
        return body.build();
    }

    private CodeBlock forwardCall(String out) {
        return Code.call("convolutions.forward", layer.shape(), "x", "p", out, "n");
    }
}
