package dev.longhand.processor.layer.norm;

import com.palantir.javapoet.CodeBlock;
import dev.longhand.processor.emit.GeneratedConstant;
import dev.longhand.processor.emit.RuntimeTypes;
import dev.longhand.processor.formula.Literals;
import dev.longhand.processor.plan.LayerHead;
import dev.longhand.processor.plan.StatePlan;
import java.util.Optional;

/** The constant that describes a normalization to kernels: its sizes, and where its parameters and state lie. */
final class NormConstantEmitter {

    private NormConstantEmitter() {}

    // /** norm: positions of a sample, channels and ε; where γ, β and the running μ begin. */
    // private static final Normalization NORM = Normalization.of(676, 16, 0.00001f)
    //         .parameters(P_NORM_GAMMA, P_NORM_BETA).state(S_NORM_MEAN);
    static GeneratedConstant constant(
            LayerHead head, NormSize size, NormParameters parameters, Optional<StatePlan> runningMean) {
        return new GeneratedConstant(
                RuntimeTypes.NORMALIZATION,
                name(head),
                head.name() + ": positions of a sample, channels and ε; where γ"
                        + (runningMean.isEmpty() ? " and β begin." : ", β and the running μ begin."),
                CodeBlock.of(
                        "$T.of($L, $L, $L)$Z.parameters($L, $L)$L",
                        RuntimeTypes.NORMALIZATION,
                        size.positions(),
                        size.channels(),
                        Literals.of(size.epsilon()),
                        parameters.gamma().constant(),
                        parameters.beta().constant(),
                        runningMean
                                .map(mean -> ".state(" + mean.constant() + ")")
                                .orElse("")));
    }

    static String name(LayerHead head) {
        return head.descriptor();
    }
}
