package dev.longhand.importer.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The nodes of a graph that its output depends on, and which of them read a value. */
final class OnnxGraph {

    /** Operators that change nothing but the layout. */
    private static final Set<String> VIEWS =
            Set.of("Reshape", "Flatten", "Transpose", "Squeeze", "Unsqueeze", "Identity", "Cast");

    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, List<Node>> readers = new HashMap<>();
    private final Map<String, Node> producers = new HashMap<>();
    private final Set<String> outputs = new HashSet<>();
    private final long opset;

    OnnxGraph(GraphProto graph, long opset) {
        this.opset = opset;
        List<Node> all = new ArrayList<>();
        for (NodeProto proto : graph.getNodeList()) {
            all.add(new Node(proto, all.size()));
        }
        for (ValueInfoProto output : graph.getOutputList()) {
            outputs.add(output.getName());
        }
        Set<String> needed = new HashSet<>(outputs);
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).outputs().stream().anyMatch(needed::contains)) {
                needed.addAll(all.get(i).inputs());
                nodes.add(all.get(i));
            }
        }
        Collections.reverse(nodes);
        for (Node node : nodes) {
            node.outputs().forEach(output -> producers.put(output, node));
            for (String input : new HashSet<>(node.inputs())) {
                readers.computeIfAbsent(input, any -> new ArrayList<>()).add(node);
            }
        }
    }

    /** The version of ONNX's operators. */
    long opset() {
        return opset;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** The nodes that read a value. */
    List<Node> readers(String value) {
        return readers.getOrDefault(value, List.of());
    }

    /** The node that computes a value. */
    Optional<Node> producer(String value) {
        return Optional.ofNullable(producers.get(value));
    }

    boolean isOutput(String value) {
        return outputs.contains(value);
    }

    /**
     * Whether a value is read by these nodes only, directly or in another layout; what computes shapes doesn't count.
     *
     * @param last the one of the nodes whose output may be read by others
     */
    boolean isReadOnlyBy(String value, Set<Node> allowed, Node last) {
        if (isOutput(value)) {
            return false;
        }
        for (Node reader : readers(value)) {
            boolean isInside = allowed.contains(reader);
            if (reader == last || reader.operator().equals("Shape")) {
                continue;
            }
            if (!isInside && !VIEWS.contains(reader.operator())) {
                return false;
            }
            for (String output : reader.outputs()) {
                if (!isReadOnlyBy(output, allowed, last)) {
                    return false;
                }
            }
        }
        return true;
    }
}
