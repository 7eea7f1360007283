package dev.longhand.benchmarks.peers.onnxruntime;

import ai.onnx.proto.OnnxMl;
import dev.longhand.Activation;
import dev.longhand.benchmarks.work.DenseLayer;
import dev.longhand.benchmarks.work.Task;

/** A network of dense layers in the ONNX format: {@code Gemm} and the activation, layer by layer. */
final class OnnxModel {

    /** The name of the input. */
    static final String INPUT = "x";

    /** The name of the output. */
    static final String OUTPUT = "y";

    private OnnxModel() {}

    static byte[] of(Task task, float[] parameters) {
        OnnxMl.GraphProto.Builder graph = OnnxMl.GraphProto.newBuilder().setName(task.name());
        graph.addInput(value(INPUT, task.inputs()));
        graph.addOutput(value(OUTPUT, task.outputs()));
        String x = INPUT;
        for (int l = 0; l < task.layers().size(); l++) {
            DenseLayer layer = task.layers().get(l);
            String a = l == task.layers().size() - 1 ? OUTPUT : "a" + l;
            graph.addInitializer(tensor("w" + l, parameters, layer.weights(), layer.in(), layer.units()));
            graph.addInitializer(tensor("b" + l, parameters, layer.bias(), layer.units()));
            graph.addNode(OnnxMl.NodeProto.newBuilder()
                    .setOpType("Gemm")
                    .addInput(x)
                    .addInput("w" + l)
                    .addInput("b" + l)
                    .addOutput("z" + l));
            graph.addNode(OnnxMl.NodeProto.newBuilder()
                    .setOpType(operation(layer.activation()))
                    .addInput("z" + l)
                    .addOutput(a));
            x = a;
        }
        return OnnxMl.ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(17))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static String operation(Activation activation) {
        return switch (activation) {
            case RELU -> "Relu";
            case SIGMOID -> "Sigmoid";
            case SOFTMAX -> "Softmax";
            default -> throw new UnsupportedOperationException("doesn't support " + activation + " here");
        };
    }

    private static OnnxMl.ValueInfoProto value(String name, int size) {
        OnnxMl.TensorShapeProto shape = OnnxMl.TensorShapeProto.newBuilder()
                .addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimParam("n"))
                .addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimValue(size))
                .build();
        return OnnxMl.ValueInfoProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.TypeProto.newBuilder()
                        .setTensorType(OnnxMl.TypeProto.Tensor.newBuilder()
                                .setElemType(OnnxMl.TensorProto.DataType.FLOAT_VALUE)
                                .setShape(shape)))
                .build();
    }

    private static OnnxMl.TensorProto tensor(String name, float[] parameters, int offset, int... dimensions) {
        OnnxMl.TensorProto.Builder tensor =
                OnnxMl.TensorProto.newBuilder().setName(name).setDataType(OnnxMl.TensorProto.DataType.FLOAT_VALUE);
        int count = 1;
        for (int dimension : dimensions) {
            tensor.addDims(dimension);
            count *= dimension;
        }
        for (int i = 0; i < count; i++) {
            tensor.addFloatData(parameters[offset + i]);
        }
        return tensor.build();
    }
}
