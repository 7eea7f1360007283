package dev.longhand.processor.check;

import dev.longhand.Shape;
import dev.longhand.Style;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A network without errors, its shapes inferred. It holds none of the compiler's types.
 *
 * @param model the class to write
 * @param input the shape of one sample
 * @param layers the layers in source order, at least one
 * @param sources for each layer the indices of those that it reads; −1 is the data
 * @param loss the loss
 * @param style how to write it
 * @param masked the indices of the layers whose outputs are sequences with masked steps, −1 being the data; none if the
 *     network reads all steps
 */
public record ResolvedNetwork(
        ModelClass model,
        Shape input,
        List<ResolvedLayer> layers,
        List<List<Integer>> sources,
        LossSettings loss,
        Style style,
        Set<Integer> masked) {

    public ResolvedNetwork {
        layers = List.copyOf(layers);
        sources = sources.stream().map(List::copyOf).toList();
        masked = Set.copyOf(masked);
    }

    /** The indices of the layers that read a layer. */
    public List<Integer> readers(int layer) {
        return IntStream.range(layer + 1, layers.size())
                .filter(reader -> sources.get(reader).contains(layer))
                .boxed()
                .toList();
    }
}
