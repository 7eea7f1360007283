package dev.longhand.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.longhand.Shape;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes the graph of a model: inputs, the nodes of each layer in order, and the output. */
final class ModelGraph {

    /** The index of the network's input among the sources of a layer. */
    private static final int DATA = -1;

    private static final Set<String> VIEWS = Set.of("Flatten", "Reshape");

    private final ModelInfo info;
    private final ParameterArrays parameters;
    private final Map<Integer, Integer> folded;
    private final Graph graph;
    private final Optional<String> lengths;

    /** For each layer, and for the data, the names of its outputs in the layouts in which the graph has them. */
    private final Map<Integer, Map<Layout, String>> tensors = new HashMap<>();

    /** The layout in which those outputs were written, rather than transposed. */
    private final Map<Integer, Layout> layouts = new HashMap<>();

    /** Those of the layers, and the data, that are sequences with steps that pad them. */
    private final Set<Integer> masked;

    /**
     * Starts the graph of a model.
     *
     * @param foldsBatchNorms whether batch norms are computed by the layers before them where they can be
     * @param readsLengths whether the lengths of sequences are an input, if the network is declared as masked
     */
    ModelGraph(Model model, boolean foldsBatchNorms, boolean readsLengths) {
        info = model.info();
        parameters = new ParameterArrays(model);
        folded = foldsBatchNorms ? BatchNormFolding.fold(info, parameters) : Map.of();
        graph = new Graph(info.name());
        masked = masked(info);
        lengths = readsLengths && info.masking().isMasked() ? Optional.of(free("lengths")) : Optional.empty();
    }

    ModelInfo info() {
        return info;
    }

    ParameterArrays parameters() {
        return parameters;
    }

    Graph graph() {
        return graph;
    }

    /**
     * Writes the whole graph.
     *
     * @throws IllegalArgumentException if ONNX can't express a layer; the message names all such layers
     */
    GraphProto build() {
        requireExpressible();
        inputs();
        int last = info.layers().size() - 1;
        for (int index = 0; index <= last; index++) {
            LayerInfo layer = info.layers().get(index);
            if (folded.containsValue(index)) {
                continue;
            }
            if (isInput(layer)) {
                put(index, new Tensor(layer.name(), Layout.CHANNELS_LAST));
            } else {
                write(index, folded.getOrDefault(index, index));
            }
        }
        LayerInfo output = info.layers().get(last);
        graph.output(
                output.name(), Layout.CHANNELS_LAST.dimensions(output.output().dimensions()));
        return graph.build();
    }

    private void requireExpressible() {
        List<String> refusals = new ArrayList<>();
        for (LayerInfo layer : info.layers()) {
            if (!isInput(layer)) {
                LayerExports.refusal(layer)
                        .ifPresent(refusal ->
                                refusals.add("layer \"" + layer.name() + "\" (" + layer.kind() + ") " + refusal));
            }
        }
        if (!refusals.isEmpty()) {
            throw new IllegalArgumentException(
                    info.name() + " can't be written as ONNX: " + String.join("; ", refusals));
        }
    }

    private static boolean isInput(LayerInfo layer) {
        return layer.kind().equals("Input");
    }

    private void inputs() {
        if (info.layers().stream().noneMatch(ModelGraph::isInput)) {
            String name = free("input");
            put(DATA, new Tensor(name, Layout.CHANNELS_LAST));
            input(name, DATA, info.input());
        }
        for (int index = 0; index < info.layers().size(); index++) {
            LayerInfo layer = info.layers().get(index);
            if (isInput(layer)) {
                input(layer.name(), index, layer.output());
            }
        }
        lengths.ifPresent(name -> graph.input(name, TensorProto.DataType.INT32, List.of(-1)));
    }

    private void input(String name, int index, Shape shape) {
        TensorProto.DataType type = isIndices(index) ? TensorProto.DataType.INT64 : TensorProto.DataType.FLOAT;
        graph.input(name, type, Layout.CHANNELS_LAST.dimensions(shape.dimensions()));
    }

    /** The name, or one like it that no layer has. */
    private String free(String name) {
        Set<String> taken = info.layers().stream().map(LayerInfo::name).collect(Collectors.toSet());
        String free = name;
        while (taken.contains(free)) {
            free += "_";
        }
        return free;
    }

    /** Writes the outputs of layer {@code index}, which layer {@code computed} computes. */
    private void write(int index, int computed) {
        LayerNodes nodes =
                new LayerNodes(this, computed, info.layers().get(index).name());
        Tensor result = LayerExports.write(nodes);
        Map<Layout, String> names = new EnumMap<>(Layout.class);
        Layout layout = result.layout();
        int rank = nodes.output().rank();
        if (index == info.layers().size() - 1 && rank > 1 && layout != Layout.CHANNELS_LAST) {
            names.put(layout, result.name());
            nodes.node(
                    "Transpose",
                    List.of(result.name()),
                    Attributes.integers("perm", layout.transposition(Layout.CHANNELS_LAST, rank)));
            layout = Layout.CHANNELS_LAST;
        }
        nodes.finish().forEach(graph::add);
        names.put(layout, nodes.result());
        tensors.put(index, names);
        layouts.put(index, layout);
        if (index < info.layers().size() - 1 && !isIndices(index)) {
            graph.describe(nodes.result(), layout.dimensions(nodes.output().dimensions()));
        }
    }

    private void put(int index, Tensor tensor) {
        tensors.put(index, new EnumMap<>(Map.of(tensor.layout(), tensor.name())));
        layouts.put(index, tensor.layout());
    }

    /** The outputs of a layer, or the data, as they were written. */
    Tensor tensor(int source) {
        Layout layout = get(layouts, source);
        return new Tensor(get(get(tensors, source), layout), layout);
    }

    /** The outputs of a layer, or the data, in a layout; transposes them unless they are in that layout already. */
    String tensor(int source, Layout layout) {
        Tensor written = tensor(source);
        Shape shape = source == DATA ? info.input() : info.layers().get(source).output();
        if (shape.rank() == 1 || written.layout() == layout) {
            return written.name();
        }
        return get(tensors, source).computeIfAbsent(layout, to -> {
            String name = written.name() + "/" + to.ending;
            graph.add(NodeProto.newBuilder()
                    .setName(name)
                    .setOpType("Transpose")
                    .addInput(written.name())
                    .addOutput(name)
                    .addAttribute(Attributes.integers("perm", written.layout().transposition(to, shape.rank()))));
            return name;
        });
    }

    private static <K, V> V get(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException(key + " isn't written yet");
        }
        return value;
    }

    /** Whether the data, or a part of it in whatever shape, is read as indices of tables alone. */
    boolean isIndices(int source) {
        if (source == DATA || isInput(info.layers().get(source))) {
            return onlyIndices(source);
        }
        LayerInfo layer = info.layers().get(source);
        return VIEWS.contains(layer.kind()) && isIndices(layer.sources().get(0));
    }

    private boolean onlyIndices(int source) {
        List<Integer> readers = readers(info, source);
        return !readers.isEmpty()
                && readers.stream().allMatch(reader -> {
                    LayerInfo layer = info.layers().get(reader);
                    return layer.kind().equals("Embedding") || VIEWS.contains(layer.kind()) && onlyIndices(reader);
                });
    }

    /** The indices of the layers that read a layer, or the data. */
    static List<Integer> readers(ModelInfo info, int source) {
        return IntStream.range(0, info.layers().size())
                .filter(reader -> info.layers().get(reader).sources().contains(source))
                .boxed()
                .toList();
    }

    /** The lengths of the sequences that a layer reads, if steps that pad them are skipped. */
    Optional<String> lengths(int index) {
        return lengths.filter(name -> readsAny(info.layers().get(index), masked));
    }

    private static Set<Integer> masked(ModelInfo info) {
        Set<Integer> masked = new HashSet<>(Set.of(DATA));
        for (int index = 0; index < info.layers().size(); index++) {
            LayerInfo layer = info.layers().get(index);
            if (layer.output().isSequence() && readsAny(layer, masked)) {
                masked.add(index);
            }
        }
        return masked;
    }

    private static boolean readsAny(LayerInfo layer, Set<Integer> sources) {
        return layer.sources().stream().anyMatch(sources::contains);
    }
}
