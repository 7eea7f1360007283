package dev.longhand.processor.check;

import dev.longhand.Shape;
import dev.longhand.Style;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A network without errors, its shapes inferred. It holds none of the compiler's types.
 *
 * @param model the class to write
 * @param input the shape of one sample
 * @param layers the layers in source order, at least one
 * @param sources for each layer the indices of those that it reads; −1 is the data
 * @param loss the outputs with their losses, and penalties
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

    /** The same written in another style. */
    public ResolvedNetwork in(Style other) {
        return new ResolvedNetwork(model, input, layers, sources, loss, other, masked);
    }

    /** The same with what is declared about the training of each layer. */
    ResolvedNetwork trained(List<LayerTraining> training) {
        return new ResolvedNetwork(model, input, layers, sources, loss.with(training), style, masked);
    }

    /** For each layer the indices of those that read it, each once. */
    public List<List<Integer>> readers() {
        List<List<Integer>> readers = new ArrayList<>();
        for (int reader = 0; reader < layers.size(); reader++) {
            readers.add(new ArrayList<>());
            for (int source : new LinkedHashSet<>(sources.get(reader))) {
                if (source >= 0) {
                    readers.get(source).add(reader);
                }
            }
        }
        return readers.stream().map(List::copyOf).toList();
    }
}
