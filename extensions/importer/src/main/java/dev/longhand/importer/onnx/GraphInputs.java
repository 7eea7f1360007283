package dev.longhand.importer.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.longhand.Shape;
import dev.longhand.importer.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The inputs of a graph that aren't weights, with the axis of each that is the batch. */
final class GraphInputs {

    private static final long MOST_NUMBERS = Integer.MAX_VALUE - 8;

    private final Map<String, List<Integer>> sizes = new LinkedHashMap<>();
    private final Map<String, Integer> batchAxes = new LinkedHashMap<>();
    private final Map<String, Data> declared = new LinkedHashMap<>();
    private final Set<String> refused = new HashSet<>();
    private long batchSize = -1;

    private GraphInputs() {}

    /** The inputs that nodes read; those that can't be declared are added to the refusals. */
    static GraphInputs of(GraphProto graph, OnnxGraph nodes, List<Refusal> refusals) {
        Set<String> weights = new HashSet<>();
        graph.getInitializerList().forEach(tensor -> weights.add(tensor.getName()));
        GraphInputs inputs = new GraphInputs();
        for (ValueInfoProto input : graph.getInputList()) {
            String name = input.getName();
            if (!weights.contains(name) && !nodes.readers(name).isEmpty()) {
                try {
                    requireNumbers(input.getType().getTensorType().getElemType());
                    inputs.add(name, input.getType().getTensorType().getShape());
                } catch (UnexpressibleException e) {
                    refusals.add(Refusal.of("input", name, e.reason()));
                    inputs.refused.add(name);
                }
            }
        }
        if (inputs.sizes.isEmpty() && refusals.isEmpty()) {
            refusals.add(Refusal.of("graph", graph.getName(), "no node reads an input"));
        }
        return inputs;
    }

    private static void requireNumbers(int type) throws UnexpressibleException {
        if (!Tensors.isFloating(type) && !Tensors.isWhole(type) && type != Tensors.BOOLEAN) {
            throw new UnexpressibleException(
                    "its type is " + TensorProto.DataType.forNumber(type) + ", but a network reads numbers");
        }
    }

    private void add(String name, TensorShapeProto shape) throws UnexpressibleException {
        List<Integer> axes = new ArrayList<>();
        int batch = -1;
        long count = 1;
        for (int i = 0; i < shape.getDimCount(); i++) {
            TensorShapeProto.Dimension dimension = shape.getDim(i);
            long size = dimension.getDimValue();
            if (size <= 0 && batch >= 0) {
                throw new UnexpressibleException("its axes " + batch + " and " + i
                        + " have no fixed size, but only the batch may have none: export it with fixed sizes");
            }
            if (size <= 0) {
                batch = i;
            }
            axes.add(size <= 0 ? 0 : Node.small("size", size));
            count *= Math.max(1, size);
            if (count > MOST_NUMBERS) {
                throw new UnexpressibleException("a sample has more numbers than an array can hold");
            }
        }
        boolean isFixed = batch < 0;
        if (axes.isEmpty() || isFixed && axes.size() == 1) {
            throw new UnexpressibleException("it has no axis for the batch");
        }
        long fixedBatch = isFixed ? axes.get(0) : 0;
        batchSize = batchSize < 0 || batchSize == fixedBatch ? fixedBatch : 0;
        sizes.put(name, axes);
        batchAxes.put(name, isFixed ? 0 : batch);
    }

    /** The size of the batch that the file was exported with, 0 if it isn't fixed. */
    long batchSize() {
        return Math.max(0, batchSize);
    }

    /** Declares the inputs, whose orders are still open. */
    void declare(Scope scope) {
        refused.forEach(name -> scope.set(name, new Value.Unknown()));
        sizes.forEach((name, axes) -> {
            int batch = batchAxes.getOrDefault(name, 0);
            List<List<Atom>> atoms = new ArrayList<>();
            List<Atom> sample = new ArrayList<>();
            List<Integer> dimensions = new ArrayList<>();
            for (int i = 0; i < axes.size(); i++) {
                List<Atom> axis = i == batch ? List.of(Atom.BATCH) : Atom.list(axes.get(i));
                atoms.add(axis);
                if (i != batch) {
                    sample.addAll(axis);
                    dimensions.add(axes.get(i));
                }
            }
            Storage storage = Storage.open(sample);
            Shape shape = dimensions.isEmpty() ? Shape.of(1) : new Shape(dimensions);
            Draft input = Draft.input(name, shape, storage);
            scope.drafts().add(input);
            Data data = Data.of(input, storage, atoms);
            declared.put(name, data);
            scope.set(name, data);
        });
    }

    /** The inputs by name. */
    Map<String, Data> declared() {
        return declared;
    }
}
