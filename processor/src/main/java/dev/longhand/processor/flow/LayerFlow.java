package dev.longhand.processor.flow;

import dev.longhand.processor.formula.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The backward pass of one layer.
 *
 * @param derivative the properties of its derivative
 * @param inputGradients for each layer that it reads the gradient to compute, if any parameter depends on it
 * @param backwardReads the values of its forward pass that its backward pass reads
 * @param lossReads the values of its forward pass that the loss reads
 */
public record LayerFlow(
        LayerDerivative derivative,
        List<Optional<InputGradient>> inputGradients,
        Set<Value> backwardReads,
        Set<Value> lossReads) {

    public LayerFlow {
        inputGradients = List.copyOf(inputGradients);
        backwardReads = Set.copyOf(backwardReads);
        lossReads = Set.copyOf(lossReads);
    }

    /**
     * The gradient with respect to one input of a layer.
     *
     * @param owner the index of the layer whose output it is a gradient of, seen through views
     * @param isAdded whether it's added to the gradient that a later reader of the same output has written
     */
    public record InputGradient(int owner, boolean isAdded) {}

    /** Whether a value of the forward pass has to be kept, for the backward pass or for the loss. */
    public boolean keeps(Value value) {
        return backwardReads.contains(value) || lossReads.contains(value);
    }

    /** Whether the backward pass runs through it: it learns, or a layer that it depends on does. */
    boolean carriesGradient() {
        return derivative.learns() || inputGradients.stream().anyMatch(Optional::isPresent);
    }
}
