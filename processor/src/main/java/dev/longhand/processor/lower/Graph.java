package dev.longhand.processor.lower;

import dev.longhand.processor.check.ResolvedNetwork;
import java.util.List;

/**
 * A network as operations, in the order of the forward pass.
 *
 * @param network what it was lowered from: names, loss and style
 */
public record Graph(ResolvedNetwork network, List<Operation> operations) {

    /** Keeps a copy of the list. */
    public Graph {
        operations = List.copyOf(operations);
    }

    /** The operations that make up layer {@code layer}, in order. */
    public List<Operation> of(int layer) {
        return operations.stream()
                .filter(operation -> operation.layer() == layer)
                .toList();
    }
}
