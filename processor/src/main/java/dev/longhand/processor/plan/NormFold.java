package dev.longhand.processor.plan;

import dev.longhand.Activation;
import dev.longhand.Style;
import dev.longhand.processor.check.ResolvedActivation;
import dev.longhand.processor.check.ResolvedConvolution;
import dev.longhand.processor.check.ResolvedNetwork;
import dev.longhand.processor.flow.GradientFlow;
import dev.longhand.processor.formula.ActivationFormula;
import java.util.List;
import java.util.Optional;

/**
 * The rule of which batch norms are folded into the convolution before them when predicting.
 *
 * <p>Then μ and σ² are constants, so a = γ·(z − μ)/√(σ² + ε) + β with z = x ∗ W + b is itself a convolution, with
 * weights W·γ/√(σ² + ε) and biases (b − μ)·γ/√(σ² + ε) + β. That holds where the convolution has no activation and
 * only the batch norm reads it. An activation layer that is the batch norm's only reader is applied in the same
 * call, unless the loss needs the activation's input.
 *
 * @param index the index of the convolution
 * @param convolution the convolution
 * @param activation the activation layer that is applied too
 */
public record NormFold(int index, ResolvedConvolution convolution, Optional<Following> activation) {

    /** An activation layer and its index. */
    public record Following(int index, ResolvedActivation layer) {}

    /** What batch norm {@code norm} is folded into. */
    static Optional<NormFold> of(GradientFlow flow, int norm) {
        ResolvedNetwork network = flow.network();
        int source = network.sources().get(norm).get(0);
        int size = network.layers().get(norm).input().size();
        boolean hasKernels = StyleRule.windowed(network.style()) == Style.KERNELS
                && StyleRule.elementwise(network.style(), size) == Style.KERNELS;
        return source >= 0
                        && hasKernels
                        && network.layers().get(source) instanceof ResolvedConvolution convolution
                        && convolution.activation().activation() == Activation.IDENTITY
                        && network.readers(source).size() == 1
                ? Optional.of(new NormFold(source, convolution, following(flow, norm)))
                : Optional.empty();
    }

    /** The only reader of a batch norm, if it's an activation of each number that the loss isn't fused with. */
    private static Optional<Following> following(GradientFlow flow, int norm) {
        List<Integer> readers = flow.network().readers(norm);
        return readers.size() == 1
                        && flow.network().layers().get(readers.get(0)) instanceof ResolvedActivation activation
                        && !ActivationFormula.of(activation.activation()).isRowwise()
                        && !flow.isFusedWithLoss(readers.get(0))
                ? Optional.of(new Following(readers.get(0), activation))
                : Optional.empty();
    }
}
