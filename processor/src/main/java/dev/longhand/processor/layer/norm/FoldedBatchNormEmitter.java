package dev.longhand.processor.layer.norm;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.processor.check.ConstantNames;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Expressions;
import dev.longhand.processor.emit.GeneratedConstant;
import dev.longhand.processor.emit.MethodParameter;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.formula.Code;
import dev.longhand.processor.formula.Symbols;
import dev.longhand.processor.formula.Words;
import dev.longhand.processor.layer.norm.FoldedConvolution.FoldedActivation;
import dev.longhand.processor.plan.Mode;
import java.util.ArrayList;
import java.util.List;

/** The predicting pass of a batch norm that is folded into the convolution before it. */
final class FoldedBatchNormEmitter {

    /** The activation is applied to a, in the array of a. */
    private static final Symbols SYMBOLS = new Symbols("a", "a", "dz", "da");

    private FoldedBatchNormEmitter() {}

    /** {@code with conv and relu}. */
    static String with(FoldedConvolution folded) {
        List<String> names = new ArrayList<>(List.of(folded.convolution().head().name()));
        folded.activation().map(FoldedActivation::name).ifPresent(names::add);
        return "with " + Words.and(names);
    }

    static List<MethodParameter> parameters(FoldedConvolution folded, Mode mode) {
        return List.of(
                MethodParameter.norms(),
                MethodParameter.convolutions(),
                MethodParameter.p(),
                MethodParameter.state(),
                MethodParameter.array("x", folded.convolution().x().in(mode)),
                MethodParameter.array("folded", folded.buffer()),
                MethodParameter.array("a", folded.a()),
                MethodParameter.n());
    }

    // // μ and σ² are constants here, so that conv's z = x ∗ W and a = γ·(z − μ)/√(σ² + ε) + β are
    // // together one convolution: a = x ∗ W' + b' with W' = W·γ/√(σ² + ε) and b' = −μ·γ/√(σ² + ε)
    // // + β.
    // // 1. W' and b'
    // norms.fold(NORM, p, P_CONV_W, Kernels.NO_BIAS, state, folded, 144);
    // // 2. a = x ∗ W' + b'
    // // 3. a = max(0, a)  fused: in the same call
    // convolutions.forward(NORM_FOLDED, x, folded, a, n);
    static void write(Body body, BatchNormPlan layer, FoldedConvolution folded) {
        boolean hasBias = folded.convolution().hasBias();
        String conv = folded.convolution().head().name();
        body.comment("μ and σ² are constants here, so that " + conv + "'s z = x ∗ W" + (hasBias ? " + b" : "")
                + " and a = γ·(z − μ)/√(σ² + ε) + β are together one convolution: a = x ∗ W' + b' with"
                + " W' = W·γ/√(σ² + ε) and b' = " + (hasBias ? "(b − μ)" : "−μ") + "·γ/√(σ² + ε) + β.");
        String shape = NormConstantEmitter.name(layer.head());
        body.step("1. W' and b'");
        body.line(Code.call(
                "norms.fold",
                shape,
                "p",
                folded.convolution().weights(),
                folded.convolution().bias().map(Code::of).orElse(Code.of(RuntimeTypes.KERNELS, ".NO_BIAS")),
                "state",
                "folded",
                folded.convolution().weightCount()));
        body.step("2. a = x ∗ W' + b'");
        folded.activation()
                .ifPresent(activation ->
                        body.step("3. " + activation.function().forwardComment(SYMBOLS) + "  fused: in the same call"));
        body.line(Code.call("convolutions.forward", shape(layer), "x", "folded", "a", "n"));
    }

    private static String shape(BatchNormPlan layer) {
        return ConstantNames.descriptor(layer.head().name(), "FOLDED");
    }

    // /** conv with norm folded in: W' at 0 and then b' in folded, and relu's function. */
    // private static final Convolution NORM_FOLDED = CONV.weights(0).bias(144)
    //         .activation(Activation.RELU);
    static GeneratedConstant constant(BatchNormPlan layer, FoldedConvolution folded) {
        CodeBlock.Builder shape = CodeBlock.builder()
                .add(
                        "$L.weights(0).bias($L)",
                        folded.convolution().shape(),
                        folded.convolution().weightCount());
        folded.activation()
                .ifPresent(activation -> shape.add("$Z").add(Expressions.descriptorActivation(activation.function())));
        String doc =
                folded.convolution().head().name() + " with " + layer.head().name()
                        + " folded in: W' at 0 and then b' in folded"
                        + folded.activation()
                                .map(activation -> ", and " + activation.name() + "'s function")
                                .orElse("") + ".";
        return new GeneratedConstant(RuntimeTypes.CONVOLUTION, shape(layer), doc, shape.build());
    }
}
