package dev.longhand.model;

import dev.longhand.Settings;
import dev.longhand.Shape;
import java.util.List;

/**
 * One layer of a network.
 *
 * @param name the name of the method that declares it
 * @param definition what it is
 * @param reads its input
 * @param writes its output
 * @param parameters its parameters, in the order they are stored in
 * @param state the arrays that it keeps and doesn't train, in the order they are stored in
 */
public record LayerInfo(
        String name,
        Definition definition,
        Input reads,
        Output writes,
        List<ParameterInfo> parameters,
        List<StateInfo> state) {

    /**
     * What a layer is.
     *
     * @param kind the name of its annotation: {@code Dense}
     * @param formula what it computes: {@code a = relu(x·W + b)}
     * @param settings what its shapes and parameters don't tell
     */
    public record Definition(String kind, String formula, Settings settings) {}

    /**
     * What a layer reads.
     *
     * @param sources the indices of the layers that it reads; −1 is the model's input
     * @param shape the shape of one sample of the first of them
     */
    public record Input(List<Integer> sources, Shape shape) {

        public Input {
            sources = List.copyOf(sources);
        }
    }

    /**
     * What a layer computes.
     *
     * @param shape the shape of one sample
     * @param storage where it is after a forward pass
     */
    public record Output(Shape shape, Outputs storage) {}

    /** Where a layer's outputs are after a forward pass. */
    public enum Outputs {
        /** In an array of the layer. */
        KEPT,
        /** In the array of its input, as {@code Flatten}'s are. */
        SHARED,
        /** Nowhere: the layer is fused with the one that reads it. */
        PASSED_ON
    }

    public LayerInfo {
        parameters = List.copyOf(parameters);
        state = List.copyOf(state);
    }

    /** The name of its annotation: {@code Dense}. */
    public String kind() {
        return definition.kind();
    }

    /** What it computes: {@code a = relu(x·W + b)}. */
    public String formula() {
        return definition.formula();
    }

    /** What its shapes and parameters don't tell, such as its activation. */
    public Settings settings() {
        return definition.settings();
    }

    /** The indices of the layers that it reads; −1 is the model's input. */
    public List<Integer> sources() {
        return reads.sources();
    }

    /** The shape of one sample of its input; of a layer that reads several, that of the first. */
    public Shape input() {
        return reads.shape();
    }

    /** The shape of one sample of its output. */
    public Shape output() {
        return writes.shape();
    }

    /** Where its outputs are after a forward pass. */
    public Outputs outputs() {
        return writes.storage();
    }

    /** Whether its outputs are in the array of its input. */
    public boolean sharesInput() {
        return outputs() == Outputs.SHARED;
    }

    /** The number of trained numbers. */
    public int parameterCount() {
        return parameters.stream().mapToInt(ParameterInfo::size).sum();
    }

    /** Whether its declaration says that its parameters and its state keep their values while the network is trained. */
    public boolean isFrozen() {
        return parameters.stream().anyMatch(array -> array.rule().frozen());
    }

    /** The number of numbers that are kept and not trained. */
    public int stateCount() {
        return state.stream().mapToInt(StateInfo::size).sum();
    }

    /** The same with these settings. */
    LayerInfo withSettings(Settings settings) {
        return new LayerInfo(name, new Definition(kind(), formula(), settings), reads, writes, parameters, state);
    }

    /** The same with this input. */
    LayerInfo withInput(Input input) {
        return new LayerInfo(name, definition, input, writes, parameters, state);
    }

    /** The same with these parameters. */
    LayerInfo withParameters(List<ParameterInfo> all) {
        return new LayerInfo(name, definition, reads, writes, all, state);
    }

    /** The same with this state. */
    LayerInfo withState(List<StateInfo> all) {
        return new LayerInfo(name, definition, reads, writes, parameters, all);
    }
}
