package dev.longhand.model;

import dev.longhand.Shape;
import java.util.List;

/**
 * One layer of a network.
 *
 * @param name the name of the method that declares it
 * @param kind the name of its annotation: {@code Dense}
 * @param formula what it computes: {@code a = relu(x·W + b)}
 * @param sources the indices of the layers that it reads; −1 is the model's input
 * @param input the shape of one sample as it comes in; of a layer that reads several, from the first
 * @param output the shape of one sample as it goes out
 * @param outputs where its outputs are
 * @param parameters its parameters, in the order they are stored in
 * @param state what it keeps beside them without training it, in the order it's stored in
 */
public record LayerInfo(
        String name,
        String kind,
        String formula,
        List<Integer> sources,
        Shape input,
        Shape output,
        Outputs outputs,
        List<ParameterInfo> parameters,
        List<StateInfo> state) {

    /** Where a layer's outputs are after a forward pass. */
    public enum Outputs {
        /** In an array of their own. */
        KEPT,
        /** In the array of its input, as {@code Flatten}'s are. */
        SHARED,
        /** Nowhere: the layer that reads them is fused with this one. */
        PASSED_ON
    }

    /** Keeps copies of the lists. */
    public LayerInfo {
        sources = List.copyOf(sources);
        parameters = List.copyOf(parameters);
        state = List.copyOf(state);
    }

    /** Whether its outputs are in the array of its input. */
    public boolean sharesInput() {
        return outputs == Outputs.SHARED;
    }

    /** The number of parameters in all. */
    public int parameterCount() {
        return parameters.stream().mapToInt(ParameterInfo::size).sum();
    }

    /** The number of numbers that are kept and not trained. */
    public int stateCount() {
        return state.stream().mapToInt(StateInfo::size).sum();
    }
}
