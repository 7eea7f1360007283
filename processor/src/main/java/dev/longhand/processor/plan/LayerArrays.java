package dev.longhand.processor.plan;

import dev.longhand.processor.formula.Value;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The arrays of a layer that reads one other.
 *
 * @param x its input
 * @param a its output
 * @param gradient da, or dz where the loss has differentiated the activation
 * @param dx the gradient with respect to its input, if any parameter depends on that
 * @param backwardReads the values of the forward pass that the backward pass reads
 */
public record LayerArrays(
        InputArray x,
        WorkspaceArray a,
        WorkspaceArray gradient,
        Optional<WorkspaceArray> dx,
        Set<Value> backwardReads) {

    public LayerArrays {
        backwardReads = Set.copyOf(backwardReads);
    }

    /** The same for a style whose backward pass computes a value again instead of reading it. */
    public LayerArrays without(Value value) {
        return new LayerArrays(
                x,
                a,
                gradient,
                dx,
                backwardReads.stream().filter(read -> read != value).collect(Collectors.toSet()));
    }
}
