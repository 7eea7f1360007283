package dev.longhand.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import dev.longhand.Settings;
import dev.longhand.Shape;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.ParameterInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The nodes of one layer while they are written. The main one has the name of the layer, others are named after the layer
 * and their operator, as is the tensor that a node writes; but the last tensor is the result.
 */
final class LayerNodes {

    private final ModelGraph model;
    private final int index;
    private final String result;
    private final LayerInfo layer;
    private final List<NodeProto.Builder> nodes = new ArrayList<>();
    private final Map<String, Integer> operators = new HashMap<>();

    /**
     * Nothing yet.
     *
     * @param index the index of the layer
     * @param result what its outputs are called
     */
    LayerNodes(ModelGraph model, int index, String result) {
        this.model = model;
        this.index = index;
        this.result = result;
        layer = model.info().layers().get(index);
    }

    LayerInfo info() {
        return layer;
    }

    /** What its outputs are called. */
    String result() {
        return result;
    }

    Settings settings() {
        return layer.settings();
    }

    /** The shape of one sample of the first input. */
    Shape input() {
        return layer.input();
    }

    /** The shape of one sample of the output. */
    Shape output() {
        return layer.output();
    }

    /** The number of layers that it reads. */
    int inputs() {
        return layer.sources().size();
    }

    /** Input {@code k} in the layout that it has. */
    Tensor x(int k) {
        return model.tensor(layer.sources().get(k));
    }

    /** The name of input {@code k} in a layout. */
    String x(int k, Layout layout) {
        return model.tensor(layer.sources().get(k), layout);
    }

    /** Whether the input has whole numbers, since all that read it look up rows of tables. */
    boolean readsIndices() {
        return model.isIndices(layer.sources().get(0));
    }

    /** The lengths of the sequences that it reads, if steps that pad them are skipped. */
    Optional<String> lengths() {
        return model.lengths(index);
    }

    /** The values of a parameter, if the layer has it. */
    Optional<float[]> parameter(String name) {
        return model.parameters().parameter(index, name);
    }

    /** The values of a parameter that the layer has. */
    float[] required(String name) {
        return parameter(name)
                .orElseThrow(() -> new IllegalStateException(
                        "layer \"" + layer.name() + "\" (" + layer.kind() + ") has no parameter " + name));
    }

    /** The values of an array of state. */
    float[] state(String name) {
        return model.parameters().state(index, name);
    }

    /** The shape of a parameter. */
    Shape shape(String parameter) {
        return layer.parameters().stream()
                .filter(array -> array.name().equals(parameter))
                .map(ParameterInfo::shape)
                .findFirst()
                .orElseThrow();
    }

    /** A constant of the layer, called layer, dot, name; returns what it's called. */
    String constant(String name, float[] values, List<Integer> dimensions) {
        String full = layer.name() + "." + name;
        model.graph().constant(full, values, dimensions);
        return full;
    }

    /** A row of numbers. */
    String constant(String name, float[] values) {
        return constant(name, values, List.of(values.length));
    }

    /** A single number. */
    String constant(String name, float value) {
        return constant(name, new float[] {value}, List.of());
    }

    /** A row of whole numbers. */
    String constant(String name, List<Integer> values) {
        String full = layer.name() + "." + name;
        model.graph().constant(full, values);
        return full;
    }

    /** Adds the main node, which carries what the layer computes in a comment; returns the tensor that it writes. */
    String main(String operator, List<String> inputs, AttributeProto... attributes) {
        return main(operator, inputs, 0, attributes);
    }

    /** The same for an operator of which output {@code output} alone is used. */
    String main(String operator, List<String> inputs, int output, AttributeProto... attributes) {
        String tensor = add(operator, inputs, output, attributes);
        nodes.get(nodes.size() - 1).setName(layer.name()).setDocString(layer.kind() + ": " + layer.formula());
        return tensor;
    }

    /** Adds another node; returns the tensor that it writes. */
    String node(String operator, List<String> inputs, AttributeProto... attributes) {
        return add(operator, inputs, 0, attributes);
    }

    private String add(String operator, List<String> inputs, int output, AttributeProto... attributes) {
        int count = operators.merge(operator, 1, Integer::sum);
        String name = layer.name() + "/" + operator + (count == 1 ? "" : "_" + count);
        NodeProto.Builder node = NodeProto.newBuilder()
                .setName(name)
                .setOpType(operator)
                .addAllInput(inputs)
                .addAllAttribute(Arrays.asList(attributes));
        for (int i = 0; i < output; i++) {
            node.addOutput("");
        }
        nodes.add(node.addOutput(name));
        return name;
    }

    /** The layer's nodes, the last of which writes the result. */
    List<NodeProto.Builder> finish() {
        NodeProto.Builder last = nodes.get(nodes.size() - 1);
        last.setOutput(last.getOutputCount() - 1, result);
        return nodes;
    }
}
