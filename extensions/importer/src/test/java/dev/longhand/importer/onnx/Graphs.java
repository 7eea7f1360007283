package dev.longhand.importer.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import java.util.stream.Stream;

/** Parts of graphs for tests. */
final class Graphs {

    private Graphs() {}

    static NodeProto.Builder node(String operator, String inputs, String output) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .addAllInput(List.of(inputs.split(" ")))
                .addOutput(output);
    }

    static AttributeProto number(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setI(value)
                .setType(AttributeProto.AttributeType.INT)
                .build();
    }

    static TensorProto weights(String name, long... dimensions) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(1);
        long count = 1;
        for (long dimension : dimensions) {
            tensor.addDims(dimension);
            count *= dimension;
        }
        for (long i = 0; i < count; i++) {
            tensor.addFloatData(i);
        }
        return tensor.build();
    }

    static TensorProto scalar(String name, float number) {
        return TensorProto.newBuilder()
                .setName(name)
                .setDataType(1)
                .addFloatData(number)
                .build();
    }

    static ValueInfoProto value(String name, long... dimensions) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (long dimension : dimensions) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(dimension));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(
                                TypeProto.Tensor.newBuilder().setElemType(1).setShape(shape)))
                .build();
    }

    static GraphProto.Builder graph(ValueInfoProto input, NodeProto.Builder... nodes) {
        GraphProto.Builder graph = GraphProto.newBuilder().addInput(input);
        Stream.of(nodes).forEach(graph::addNode);
        return graph.addOutput(ValueInfoProto.newBuilder().setName("y"));
    }

    static ValueInfoProto output(String name) {
        return ValueInfoProto.newBuilder().setName(name).build();
    }
}
