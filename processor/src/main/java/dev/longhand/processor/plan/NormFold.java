package dev.longhand.processor.plan;

import dev.longhand.Activation;
import dev.longhand.Style;
import dev.longhand.processor.check.ResolvedLayer.Activate;
import dev.longhand.processor.check.ResolvedLayer.BatchNorm;
import dev.longhand.processor.check.ResolvedLayer.Conv2d;
import dev.longhand.processor.check.ResolvedNetwork;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The rule of which batch norms are folded into the convolution before them when predicting.
 *
 * <p>Then μ and σ² are constants, so a = γ·(z − μ)/√(σ² + ε) + β with z = x ∗ W + b is a convolution by itself,
 * with weights W·γ/√(σ² + ε) and biases (b − μ)·γ/√(σ² + ε) + β. That holds where the convolution applies no
 * activation and nobody else reads what it hands out. An activation layer behind the batch norm, its only
 * reader, is applied in the same call, unless the loss needs what it's applied to.
 *
 * @param convolution the index of the convolution
 * @param activate the index of the activation layer that is applied too
 */
public record NormFold(int convolution, Optional<Integer> activate) {

    /**
     * What batch norm {@code index} is folded into.
     *
     * @param isOfLoss whether the loss is derived together with a layer's activation
     */
    public static Optional<NormFold> of(ResolvedNetwork network, int index, IntPredicate isOfLoss) {
        int source = network.sources().get(index).get(0);
        boolean folds = source >= 0
                && network.layers().get(source) instanceof Conv2d conv
                && conv.activation().activation() == Activation.IDENTITY
                && readers(network, source).size() == 1
                && StyleRule.windowed(network.style()) == Style.KERNELS
                && network.layers().get(index) instanceof BatchNorm norm
                && StyleRule.elementwise(network.style(), norm.input().size()) == Style.KERNELS;
        return folds
                ? Optional.of(new NormFold(source, activate(network, index).filter(it -> !isOfLoss.test(it))))
                : Optional.empty();
    }

    /** The only reader of a batch norm, if it's an activation of one number at a time. */
    private static Optional<Integer> activate(ResolvedNetwork network, int norm) {
        List<Integer> readers = readers(network, norm);
        return readers.size() == 1
                        && network.layers().get(readers.get(0)) instanceof Activate activate
                        && !ActivationRule.of(activate.activation()).isRowwise()
                ? Optional.of(readers.get(0))
                : Optional.empty();
    }

    private static List<Integer> readers(ResolvedNetwork network, int layer) {
        return IntStream.range(0, network.layers().size())
                .filter(reader -> network.sources().get(reader).contains(layer))
                .boxed()
                .toList();
    }
}
