package dev.longhand.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the format demands of a file, as far as ONNX Runtime doesn't check it. */
final class GraphRules {

    private GraphRules() {}

    static ModelProto read(byte[] file) {
        try {
            return ModelProto.parseFrom(file);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    static void check(byte[] file) {
        ModelProto model = read(file);
        GraphProto graph = model.getGraph();
        assertThat(model.getIrVersion()).isEqualTo(8);
        assertThat(model.getOpsetImportList()).hasSize(1);
        assertThat(model.getOpsetImport(0).getDomain()).isEmpty();
        assertThat(model.getOpsetImport(0).getVersion()).isGreaterThanOrEqualTo(17);
        assertThat(graph.getName()).isNotEmpty();
        assertThat(graph.getNodeList()).isNotEmpty();

        // Names are given once, and before they are used.
        Set<String> known = new HashSet<>();
        Stream.concat(
                        graph.getInputList().stream().map(ValueInfoProto::getName),
                        graph.getInitializerList().stream().map(TensorProto::getName))
                .forEach(name -> assertThat(known.add(name)).as(name).isTrue());
        Set<String> used = new HashSet<>();
        Set<String> nodes = new HashSet<>();
        for (NodeProto node : graph.getNodeList()) {
            assertThat(nodes.add(node.getName())).as(node.getName()).isTrue();
            assertThat(node.getOpType()).isNotEmpty();
            for (String input : node.getInputList()) {
                assertThat(input.isEmpty() || known.contains(input)).as(input).isTrue();
                used.add(input);
            }
            for (String output : node.getOutputList()) {
                assertThat(output.isEmpty() || known.add(output)).as(output).isTrue();
            }
            assertThat(node.getAttributeList().stream().map(attribute -> attribute.getName()))
                    .doesNotHaveDuplicates();
        }
        for (ValueInfoProto output : graph.getOutputList()) {
            assertThat(known).contains(output.getName());
            used.add(output.getName());
        }
        assertThat(used).as("nothing is written in vain").containsAll(known);
        for (ValueInfoProto value : graph.getValueInfoList()) {
            assertThat(known).contains(value.getName());
        }
        assertThat(graph.getValueInfoList().stream().map(ValueInfoProto::getName))
                .doesNotHaveDuplicates();

        for (TensorProto constant : graph.getInitializerList()) {
            long size = constant.getDimsList().stream().reduce(1L, (a, b) -> a * b);
            int width = constant.getDataType() == TensorProto.DataType.FLOAT.getNumber() ? Float.BYTES : Long.BYTES;
            assertThat(constant.getDataType())
                    .isIn(TensorProto.DataType.FLOAT.getNumber(), TensorProto.DataType.INT64.getNumber());
            assertThat((long) constant.getRawData().size())
                    .as(constant.getName())
                    .isEqualTo(size * width);
        }
        Stream.of(graph.getInputList(), graph.getOutputList())
                .flatMap(List::stream)
                .forEach(value -> assertThat(value.getType()
                                .getTensorType()
                                .getShape()
                                .getDim(0)
                                .getDimParam())
                        .isEqualTo("batch"));
    }
}
