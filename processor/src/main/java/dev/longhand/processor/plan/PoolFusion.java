package dev.longhand.processor.plan;

import dev.longhand.Style;
import dev.longhand.processor.check.ResolvedLayer;
import dev.longhand.processor.check.ResolvedLayer.Conv2d;
import dev.longhand.processor.check.ResolvedLayer.Pool2d;
import dev.longhand.processor.check.ResolvedNetwork;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The rule of which convolutions are computed together with the max-pooling behind them.
 *
 * <p>Where nobody else reads what the convolution hands out, only the largest number of each pool and its place
 * need be kept; and as the gradient reaches the convolution at these places only, its backward pass has one
 * pixel of a pool to look at instead of all. That holds for pools that lie side by side and share no pixel, for
 * activations whose derivative is written in terms of a, and in the style of kernels, which alone know how.
 *
 * @param pool the index of the pooling layer
 */
public record PoolFusion(int pool) {

    /** The pooling that convolution {@code index} is computed together with. */
    public static Optional<PoolFusion> of(ResolvedNetwork network, int index) {
        if (!(network.layers().get(index) instanceof Conv2d conv)
                || StyleRule.windowed(network.style()) != Style.KERNELS
                || !derivesFromA(conv)) {
            return Optional.empty();
        }
        List<Integer> readers = IntStream.range(0, network.layers().size())
                .filter(reader -> network.sources().get(reader).contains(index))
                .boxed()
                .toList();
        return readers.size() == 1 && isSimple(network.layers().get(readers.get(0)))
                ? Optional.of(new PoolFusion(readers.get(0)))
                : Optional.empty();
    }

    private static boolean derivesFromA(Conv2d conv) {
        return switch (conv.activation().activation()) {
            case GELU, SILU, SOFTPLUS, SOFTMAX, LOG_SOFTMAX -> false;
            default -> true;
        };
    }

    private static boolean isSimple(ResolvedLayer reader) {
        return reader instanceof Pool2d pool
                && pool.kind() == Pool2d.Kind.MAX
                && pool.window().liesSideBySide()
                && !pool.window().isPadded();
    }
}
