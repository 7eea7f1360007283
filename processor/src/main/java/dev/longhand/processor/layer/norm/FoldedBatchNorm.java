package dev.longhand.processor.layer.norm;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.longhand.processor.check.Names;
import dev.longhand.processor.emit.Body;
import dev.longhand.processor.emit.Doc;
import dev.longhand.processor.emit.Layout;
import dev.longhand.processor.emit.MethodParameter;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.layer.convolution.ConvolutionEmitter;
import dev.longhand.processor.layer.norm.BatchNormPlan.Folded;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

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
    // // b' = (b − μ)·γ/√(σ² + ε) + β. W' and b' are in folded.
    // norms.fold(NORM_SHAPE, p, CONV_W, CONV_B, NORM_GAMMA, NORM_BETA, state, NORM_MEAN, folded, 0, 432);
    // // 2. a = max(0, a)  fused: in the same call
    // convolutions.forward(NORM_FOLDED_SHAPE, x, folded, a, n);
    static void write(Body body, BatchNormPlan layer, Folded folded) {
        boolean hasBias = folded.bias().isPresent();
        String conv = folded.convolution();
        body.say("μ and σ² are constants here, so that " + conv + "'s z = x ∗ W" + (hasBias ? " + b" : "")
                + " and a = γ·(z − μ)/√(σ² + ε) + β are together one convolution: a = x ∗ W' + b' with"
                + " W' = W·γ/√(σ² + ε) and b' = " + (hasBias ? "(b − μ)" : "−μ") + "·γ/√(σ² + ε) + β.");
        String shape = NormShape.name(layer.head());
        String gamma = layer.head().parameters().get(0).constant();
        String beta = layer.head().parameters().get(1).constant();
        body.say("1. W' and b'");
        body.line(Body.call(
                "norms.fold",
                shape,
                "p",
                folded.weights(),
                folded.bias().orElse("ConvolutionKernels.NO_BIAS"),
                gamma,
                beta,
                "state",
                layer.state().get(0).constant(),
                "folded",
                folded.weightCount()));
        body.say("2. a = x ∗ W' + b'");
        folded.function()
                .ifPresent(function ->
                        body.say("3. " + function.says().replaceAll("\\bz\\b", "a") + "  fused: in the same call"));
        body.line(Body.call("convolutions.forward", shape(layer), "x", "folded", "a", "n"));
    }

    private static String shape(BatchNormPlan layer) {
        return Names.constant(layer.head().constant(), "FOLDED_SHAPE");
    }

    // /** conv with norm folded in: W' at 0 and then b' in folded, and relu's function. */
    // private static final Convolution NORM_FOLDED_SHAPE = CONV_SHAPE.weights(0).bias(432)
    //         .activation(Activation.RELU);
    static FieldSpec constant(BatchNormPlan layer, Folded folded) {
        CodeBlock.Builder shape =
                CodeBlock.builder().add("$L.weights(0).bias($L)", folded.shape(), folded.weightCount());
        folded.function().ifPresent(function -> shape.add("$Z").add(ConvolutionEmitter.activation(function)));
        String doc = folded.convolution() + " with " + layer.head().name() + " folded in: W' at 0 and then b' in folded"
                + folded.activate().map(name -> ", and " + name + "'s function").orElse("") + ".";
        return FieldSpec.builder(
                        RuntimeTypes.CONVOLUTION, shape(layer), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("$L", Layout.javadoc(doc))
                .initializer(shape.build())
                .build();
    }
}
