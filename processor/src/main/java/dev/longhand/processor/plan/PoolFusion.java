package dev.longhand.processor.plan;

import dev.longhand.Style;
import dev.longhand.processor.check.ResolvedConvolution;
import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.check.ResolvedNetwork;
import dev.longhand.processor.check.ResolvedPool;
import dev.longhand.processor.formula.ActivationFormula;
import dev.longhand.processor.formula.Value;
import java.util.List;
import java.util.Optional;

/**
 * The rule of which convolutions are computed together with the max-pooling after them.
 *
 * <p>Where only the pooling layer reads the convolution, it's enough to keep the maximum of each pool and its
 * position; and as the gradient of the other pixels is 0, the backward pass visits one pixel of each pool instead of
 * all. That holds for pools that lie side by side without padding, for activations of each number whose derivative
 * isn't written in terms of z, and in the style of kernels, the only one with code for it.
 *
 * @param index the index of the pooling layer
 * @param pool the pooling layer
 */
public record PoolFusion(int index, ResolvedPool pool) {

    /** The pooling that layer {@code index} is computed together with, if it's a convolution. */
    static Optional<PoolFusion> of(ResolvedNetwork network, int index) {
        if (!(network.layers().get(index) instanceof ResolvedConvolution convolution)
                || StyleRule.windowed(network.style()) != Style.KERNELS
                || !isPossible(ActivationFormula.of(convolution.activation()))) {
            return Optional.empty();
        }
        List<Integer> readers = network.readers(index);
        if (readers.size() != 1) {
            return Optional.empty();
        }
        ResolvedLayer reader = network.layers().get(readers.get(0));
        return reader instanceof ResolvedPool pool && isPossible(pool)
                ? Optional.of(new PoolFusion(readers.get(0), pool))
                : Optional.empty();
    }

    private static boolean isPossible(ActivationFormula function) {
        return !function.isRowwise() && !function.reads(Value.Z);
    }

    private static boolean isPossible(ResolvedPool pool) {
        return pool.isMaximum()
                && pool.window().isSideBySide()
                && !pool.window().isPadded();
    }
}
