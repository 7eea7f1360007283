package dev.longhand.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** The graph while it's written: inputs, nodes in order, constants and outputs. */
final class Graph {

    /** What the first dimension of inputs and outputs is called, whose size is open. */
    private static final String BATCH = "batch";

    private final GraphProto.Builder graph = GraphProto.newBuilder();

    Graph(String name) {
        graph.setName(name);
    }

    /** The finished graph. */
    GraphProto build() {
        return graph.build();
    }

    void add(NodeProto.Builder node) {
        graph.addNode(node);
    }

    /**
     * An input.
     *
     * @param dimensions its dimensions, −1 for the batch
     */
    void input(String name, TensorProto.DataType type, List<Integer> dimensions) {
        graph.addInput(value(name, type, dimensions));
    }

    /** An output, of 32-bit floats. */
    void output(String name, List<Integer> dimensions) {
        graph.addOutput(value(name, TensorProto.DataType.FLOAT, dimensions));
    }

    /** Tells the shape of a tensor between layers. */
    void describe(String name, List<Integer> dimensions) {
        graph.addValueInfo(value(name, TensorProto.DataType.FLOAT, dimensions));
    }

    private static ValueInfoProto value(String name, TensorProto.DataType type, List<Integer> dimensions) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (int dimension : dimensions) {
            TensorShapeProto.Dimension.Builder axis = TensorShapeProto.Dimension.newBuilder();
            shape.addDim(dimension < 0 ? axis.setDimParam(BATCH) : axis.setDimValue(dimension));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(type.getNumber())
                                .setShape(shape)))
                .build();
    }

    /** A constant of 32-bit floats; no dimensions for a single number. */
    void constant(String name, float[] values, List<Integer> dimensions) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        constant(name, TensorProto.DataType.FLOAT, bytes, dimensions);
    }

    /** A constant row of whole numbers. */
    void constant(String name, List<Integer> values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.size() * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        values.forEach(bytes::putLong);
        constant(name, TensorProto.DataType.INT64, bytes.rewind(), List.of(values.size()));
    }

    private void constant(String name, TensorProto.DataType type, ByteBuffer bytes, List<Integer> dimensions) {
        graph.addInitializer(TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .addAllDims(dimensions.stream().map(Integer::longValue).toList())
                .setRawData(ByteString.copyFrom(bytes)));
    }
}
