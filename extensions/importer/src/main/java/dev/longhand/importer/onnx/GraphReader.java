package dev.longhand.importer.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.longhand.importer.ImportedNetwork;
import dev.longhand.importer.Refusal;
import dev.longhand.importer.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Visits the nodes of a graph in order. What one of them refuses doesn't keep the others from being visited. */
final class GraphReader {

    private static final long ROOM = 1 << 24;

    private final ModelProto model;
    private final Path file;
    private final OnnxGraph graph;
    private final List<Refusal> refusals = new ArrayList<>();
    private final Set<Refusal> seen = new HashSet<>();

    private GraphReader(ModelProto model, Path file) {
        this.model = model;
        this.file = file;
        graph = new OnnxGraph(model.getGraph(), opset(model));
    }

    /** The network of a file. */
    static ImportedNetwork read(ModelProto model, Path file) throws IOException {
        return new GraphReader(model, file).read();
    }

    private static long opset(ModelProto model) {
        return model.getOpsetImportList().stream()
                .filter(set -> set.getDomain().isEmpty() || set.getDomain().equals("ai.onnx"))
                .mapToLong(OperatorSetIdProto::getVersion)
                .max()
                .orElse(1);
    }

    private ImportedNetwork read() throws IOException {
        GraphProto proto = model.getGraph();
        GraphInputs inputs = GraphInputs.of(proto, graph, refusals);
        long numbers = 0;
        for (TensorProto tensor : proto.getInitializerList()) {
            numbers += tensor.getSerializedSize();
        }
        Scope scope = new Scope(graph, inputs.batchSize(), ROOM + numbers);
        readInitializers(proto, scope);
        inputs.declare(scope);
        for (Node node : graph.nodes()) {
            visit(node, scope);
        }
        throwIfRefused();
        Map<String, Data> outputs = new LinkedHashMap<>();
        for (ValueInfoProto output : proto.getOutputList()) {
            output(output.getName(), scope).ifPresent(data -> outputs.put(output.getName(), data));
        }
        throwIfRefused();
        return new GraphOutputs(model, file, inputs).network(outputs, scope);
    }

    /** The numbers of a layer that are an output; empty if they are refused. */
    private Optional<Data> output(String name, Scope scope) {
        Optional<Value> value = scope.value(name);
        if (value.isEmpty() || !(value.get() instanceof Data data)) {
            refuse(Refusal.of("output", name, "it doesn't depend on the data"));
            return Optional.empty();
        }
        try {
            return Optional.of(scope.functions().plain(data));
        } catch (UnexpressibleException e) {
            Node last = graph.producer(name).orElse(graph.nodes().get(0));
            refuse(new Refusal(e.nodeOr(last).origin(), e.reason()));
            return Optional.empty();
        }
    }

    private void throwIfRefused() throws RefusedException {
        if (!refusals.isEmpty()) {
            throw new RefusedException(file.toString(), refusals);
        }
    }

    private void readInitializers(GraphProto proto, Scope scope) throws IOException {
        for (TensorProto tensor : proto.getInitializerList()) {
            if (graph.readers(tensor.getName()).isEmpty()) {
                continue;
            }
            try {
                scope.set(tensor.getName(), Tensors.read(tensor, file));
            } catch (UnexpressibleException e) {
                refusals.add(Refusal.of("initializer", tensor.getName(), e.reason()));
                scope.set(tensor.getName(), new Value.Unknown());
            }
        }
        proto.getSparseInitializerList().stream()
                .map(sparse -> sparse.getValues().getName())
                .forEach(name -> {
                    refusals.add(Refusal.of("initializer", name, "it's sparse, which isn't read"));
                    scope.set(name, new Value.Unknown());
                });
    }

    private void visit(Node node, Scope scope) {
        if (scope.isDone(node)) {
            return;
        }
        List<Value> inputs = new ArrayList<>();
        for (int i = 0; i < node.inputs().size(); i++) {
            scope.input(node, i).ifPresent(inputs::add);
        }
        try {
            boolean isConstant = inputs.stream().allMatch(value -> value instanceof Constant);
            boolean isUnknown = inputs.stream().anyMatch(value -> value instanceof Value.Unknown);
            if (isConstant && !isUnknown && !isLayerOfConstants(node)) {
                scope.set(
                        node,
                        node.operator().equals("Shape") && !inputs.isEmpty()
                                ? ConstantOperators.shape(inputs.get(0))
                                : ConstantOperators.compute(node, scope));
                return;
            }
            Optional<Operators.Reader> reader = Operators.of(node);
            if (reader.isEmpty()) {
                throw new UnexpressibleException("Longhand has no layer for this operator");
            }
            if (isUnknown) {
                setUnknown(node, scope);
                return;
            }
            reader.get().read(node, scope);
        } catch (UnexpressibleException e) {
            refuse(new Refusal(e.nodeOr(node).origin(), e.reason()));
            setUnknown(node, scope);
        } catch (IllegalArgumentException | ArithmeticException e) {
            refuse(new Refusal(node.origin(), String.valueOf(e.getMessage())));
            setUnknown(node, scope);
        }
    }

    /** Whether an operator can't be computed from constants, so that it's refused as others are. */
    private static boolean isLayerOfConstants(Node node) throws UnexpressibleException {
        Set<String> folded = Set.of(
                "Constant",
                "ConstantOfShape",
                "Identity",
                "Dropout",
                "Gather",
                "Concat",
                "Slice",
                "Squeeze",
                "Unsqueeze",
                "Reshape",
                "Transpose",
                "Expand",
                "Shape");
        return !folded.contains(node.operator())
                && ElementOperators.function(node).isEmpty();
    }

    private void refuse(Refusal refusal) {
        if (seen.add(refusal)) {
            refusals.add(refusal);
        }
    }

    private static void setUnknown(Node node, Scope scope) {
        for (String output : node.outputs()) {
            scope.set(output, new Value.Unknown());
        }
    }
}
