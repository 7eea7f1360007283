package dev.longhand.tool;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.longhand.file.RegularFile;
import dev.longhand.io.InvalidFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is in an ONNX file. */
final class OnnxContents {

    private OnnxContents() {}

    static Contents read(Path file) throws IOException {
        ModelProto model;
        try (InputStream in = RegularFile.open(file)) {
            model = ModelProto.parseFrom(in);
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidFileException(file.toString(), "it can't be read as an ONNX file: " + e.getMessage(), e);
        }
        GraphProto graph = model.getGraph();
        if (graph.getNodeCount() == 0) {
            throw new InvalidFileException(file.toString(), "it can't be read as an ONNX file: it has no nodes");
        }
        Set<String> initializers = new HashSet<>();
        List<Contents.Tensor> tensors = new ArrayList<>();
        for (TensorProto tensor : graph.getInitializerList()) {
            initializers.add(tensor.getName());
            String type = String.valueOf(TensorProto.DataType.forNumber(tensor.getDataType()));
            tensors.add(new Contents.Tensor(tensor.getName(), type, tensor.getDimsList()));
        }
        Map<String, String> metadata = new TreeMap<>();
        for (StringStringEntryProto entry : model.getMetadataPropsList()) {
            metadata.put(entry.getKey(), entry.getValue());
        }
        return new Contents("ONNX", facts(model, initializers), List.of(), List.of(), metadata, tensors);
    }

    private static Map<String, String> facts(ModelProto model, Set<String> initializers) {
        GraphProto graph = model.getGraph();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("producer", (model.getProducerName() + " " + model.getProducerVersion()).strip());
        facts.put(
                "opset",
                model.getOpsetImportList().stream().map(OnnxContents::opset).collect(Collectors.joining(", ")));
        facts.put(
                "inputs",
                graph.getInputList().stream()
                        .filter(input -> !initializers.contains(input.getName()))
                        .map(OnnxContents::value)
                        .collect(Collectors.joining(", ")));
        facts.put(
                "outputs",
                graph.getOutputList().stream().map(OnnxContents::value).collect(Collectors.joining(", ")));
        Map<String, Long> operators = graph.getNodeList().stream()
                .collect(Collectors.groupingBy(NodeProto::getOpType, TreeMap::new, Collectors.counting()));
        facts.put(
                "operators",
                operators.entrySet().stream()
                        .map(operator -> operator.getValue() + " " + operator.getKey())
                        .collect(Collectors.joining(", ")));
        return facts;
    }

    private static String opset(OperatorSetIdProto opset) {
        return (opset.getDomain() + " " + opset.getVersion()).strip();
    }

    private static String value(ValueInfoProto value) {
        return value.getName()
                + value.getType().getTensorType().getShape().getDimList().stream()
                        .map(OnnxContents::dimension)
                        .collect(Collectors.joining("×", " ", ""));
    }

    private static String dimension(TensorShapeProto.Dimension dimension) {
        return dimension.hasDimParam() ? dimension.getDimParam() : String.valueOf(dimension.getDimValue());
    }
}
