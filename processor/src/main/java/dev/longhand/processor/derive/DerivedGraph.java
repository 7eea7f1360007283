package dev.longhand.processor.derive;

import dev.longhand.processor.lower.Graph;
import java.util.List;

/**
 * A network's forward operations with the backward ones.
 *
 * @param backward in the order of the backward pass: the loss first
 */
public record DerivedGraph(Graph forward, List<Derivative> backward) {

    /** Keeps a copy of the list. */
    public DerivedGraph {
        backward = List.copyOf(backward);
    }
}
