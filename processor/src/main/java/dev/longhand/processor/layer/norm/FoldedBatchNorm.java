package dev.longhand.processor.layer.norm;

import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Doc;
import dev.longhand.processor.emit.Expressions;
import dev.longhand.processor.emit.MethodParameter;
import dev.longhand.processor.layer.norm.BatchNormPlan.Folded;
import java.util.ArrayList;
import java.util.List;

/** The predicting pass of a batch norm that is folded into the convolution before it. */
final class FoldedBatchNorm {

    private FoldedBatchNorm() {}

    /** {@code with conv and relu}. */
    static String with(Folded folded) {
        List<String> names = new ArrayList<>(List.of(folded.convolution()));
        folded.activate().ifPresent(names::add);
        return "with " + Doc.and(names);
    }

    static List<MethodParameter> parameters(Folded folded, String x) {
        return List.of(
                MethodParameter.norms(),
                MethodParameter.convolutions(),
                MethodParameter.p(),
                MethodParameter.state(),
                MethodParameter.array("x", x),
                MethodParameter.array("folded", folded.buffer().fetch()),
                MethodParameter.array("a", folded.a().fetch()),
                MethodParameter.n());
    }

    // // μ and σ² are constants now, so conv's z = x ∗ W + b and norm's a = γ·(z − μ)/√(σ² + ε) + β
    // // are together one convolution: a = x ∗ W' + b' with W' = W·γ/√(σ² + ε) and
    // // b' = (b − μ)·γ/√(σ² + ε) + β. W' and b' stand in folded.
    // norms.fold(NORM_SHAPE, p, CONV_W, CONV_B, state, folded, 432);
    // // 2. a = max(0, a)  fused: in the same call
    // convolutions.convolution(CONV_SHAPE, x, folded, 0, 432, Activation.RELU, a, n);
    static void write(Body body, BatchNormPlan layer, Folded folded) {
        boolean hasBias = folded.bias().isPresent();
        String conv = folded.convolution();
        body.say("μ and σ² are constants here, so that " + conv + "'s z = x ∗ W" + (hasBias ? " + b" : "")
                + " and a = γ·(z − μ)/√(σ² + ε) + β are together one convolution: a = x ∗ W' + b' with"
                + " W' = W·γ/√(σ² + ε) and b' = " + (hasBias ? "(b − μ)" : "−μ") + "·γ/√(σ² + ε) + β.");
        String shape = NormShape.name(layer.head());
        body.say("1. W' and b'");
        body.line(Body.call(
                "norms.fold",
                shape,
                "p",
                folded.weights(),
                folded.bias().orElse("NormKernels.NO_BIAS"),
                "state",
                "folded",
                folded.weightCount()));
        body.say("2. a = x ∗ W' + b'");
        folded.function()
                .ifPresent(function ->
                        body.say("3. " + function.says().replaceAll("\\bz\\b", "a") + "  fused: in the same call"));
        body.line(Body.call(
                "convolutions.convolution",
                folded.shape(),
                "x",
                "folded",
                "0",
                folded.weightCount(),
                folded.function().map(Expressions::activation).orElse("Activation.IDENTITY"),
                "a",
                "n"));
    }
}
