package dev.longhand.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.longhand.model.Lengths;
import dev.longhand.model.Model;
import dev.longhand.processor.interpreter.Declaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxTest {

    private static Networks networks;

    @BeforeAll
    static void compile(@TempDir Path directory) throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        declare(sources, "Digits", "input = {8, 8, 1}, loss = Loss.CROSS_ENTROPY", """
                @Conv2d(filters = 3, kernel = 3, useBias = false) Layer conv();
                @BatchNorm Layer norm();
                @Activate(Activation.RELU) Layer relu();
                @MaxPool2d Layer pool();
                @Flatten Layer flat();
                @Dense(units = 4) Layer wide();
                @BatchNorm Layer wideNorm();
                @Dense(units = 5, activation = Activation.SOFTMAX) Layer digit();
                """);
        declare(sources, "Wanted", "input = {5, 2}, loss = Loss.MEAN_SQUARED_ERROR", """
                @Dense(units = 3) Layer dense();
                @BatchNorm Layer norm();
                """);
        declare(sources, "Tags", "input = 6, loss = Loss.CROSS_ENTROPY, masked = true", """
                @Embedding(vocabulary = 9, dimensions = 3) Layer words();
                @Lstm(units = 4, returnSequences = true) Layer first();
                @Gru(units = 3, returnSequences = true, useBias = false) Layer second();
                @Rnn(units = 3) Layer meaning();
                @Dense(units = 2, activation = Activation.SOFTMAX) Layer tag();
                """);
        declare(sources, "Odd", "input = {4, 2}, loss = Loss.MEAN_SQUARED_ERROR", """
                @Rnn(units = 3, activation = Activation.GELU, returnSequences = true) Layer first();
                @Rnn(units = 3, activation = Activation.STEP) Layer second();
                """);
        sources.put("nets.Several", Declaration.head("nets") + """
                @Network(input = {6, 6, 2})
                public interface Several {
                    @dev.longhand.Output(loss = Loss.MEAN_SQUARED_ERROR)
                    @Conv2d(filters = 3, kernel = 3) Layer map();
                    @BatchNorm                       Layer norm();
                    @Conv2d(filters = 2, kernel = 2) @From("map") Layer corners();
                    @Flatten                         Layer flat();
                    @dev.longhand.Output(loss = Loss.CROSS_ENTROPY)
                    @Dense(units = 4, activation = Activation.SOFTMAX) Layer kind();
                    @dev.longhand.Output(loss = Loss.MEAN_SQUARED_ERROR)
                    @GlobalAvgPool2d @From("norm")   Layer mean();
                }
                """);
        declare(sources, "Taken", "input = 3, loss = Loss.MEAN_SQUARED_ERROR", "@Dense(units = 2) Layer input();");
        networks = Networks.compile(directory, sources);
    }

    private static void declare(Map<String, String> sources, String name, String network, String layers) {
        sources.put("nets." + name, Declaration.head("nets") + """
                @Network(%s)
                public interface %s {
                %s
                }
                """.formatted(network, name, layers));
    }

    private static Model model(String name) {
        return networks.model("nets." + name + "Model", 3);
    }

    private static float[] random(int count) {
        Random random = new Random(count);
        float[] x = new float[count];
        for (int i = 0; i < count; i++) {
            x[i] = (float) random.nextGaussian();
        }
        return x;
    }

    private static List<String> nodes(byte[] file) {
        return GraphRules.read(file).getGraph().getNodeList().stream()
                .map(NodeProto::getName)
                .toList();
    }

    @Test
    void inputsAndOutputsHaveTheNamesAndShapesOfTheDeclaration() {
        try (Session session = new Session(Onnx.of(model("Digits")).bytes())) {
            assertThat(session.inputs()).containsExactly("input FLOAT [-1, 8, 8, 1]");
            assertThat(session.outputs()).containsExactly("digit FLOAT [-1, 5]");
        }
        try (Session session = new Session(Onnx.of(model("Taken")).bytes())) {
            assertThat(session.inputs())
                    .as("another name where a layer has it")
                    .containsExactly("input_ FLOAT [-1, 3]");
            assertThat(session.outputs()).containsExactly("input FLOAT [-1, 2]");
        }
    }

    @Test
    void nodesAndConstantsHaveTheNamesOfLayersAndParameters() {
        GraphProto graph = GraphRules.read(Onnx.of(model("Digits")).bytes()).getGraph();
        assertThat(graph.getName()).isEqualTo("Digits");
        assertThat(graph.getNodeList())
                .extracting(NodeProto::getName)
                .containsExactly(
                        "input/channelsFirst",
                        "conv",
                        "norm",
                        "relu/Relu",
                        "pool",
                        "pool/channelsLast",
                        "flat",
                        "wide",
                        "wideNorm",
                        "digit",
                        "digit/Softmax");
        assertThat(graph.getNode(1).getDocString()).isEqualTo("Conv2d: a = x ∗ W, 3×3");
        assertThat(graph.getInitializerList())
                .extracting(TensorProto::getName)
                .contains("conv.weight", "norm.runningVariance", "digit.bias");
        assertThat(graph.getValueInfoList())
                .extracting(value -> value.getName())
                .contains("conv", "flat");
    }

    @Test
    void fileTellsWhoWroteIt() {
        ModelProto file = GraphRules.read(Onnx.of(model("Digits")).bytes());
        assertThat(file.getProducerName()).isEqualTo("Longhand");
        assertThat(file.getProducerVersion()).matches("\\d.*");
        assertThat(file.getMetadataPropsList()).isEmpty();
    }

    @Test
    void sameModelGivesTheSameBytes() {
        Map<String, String> texts = Map.of("a", "1", "b", "2", "c", "3", "d", "4");
        assertThat(Onnx.of(model("Digits")).metadata(texts).bytes())
                .isEqualTo(Onnx.of(model("Digits"))
                        .metadata(new LinkedHashMap<>(texts))
                        .bytes());
    }

    @Test
    void metadataIsWrittenButWhatIsAboutTheWeightsFile() {
        ModelProto file = GraphRules.read(Onnx.of(model("Digits"))
                .metadata(Map.of(
                        "longhand.recipe", "{}",
                        "format", "longhand",
                        "layout", "dense [in][out]",
                        "network", "Digits",
                        "longhand.declaration", "@Network: input 784; outputs digit",
                        "longhand.checksum", "00000000"))
                .bytes());
        assertThat(file.getMetadataPropsList())
                .extracting(entry -> entry.getKey() + "=" + entry.getValue())
                .containsExactly("longhand.recipe={}");
    }

    @Test
    void foldedBatchNormsAreLeftOut() {
        for (String name : List.of("Digits", "Wanted")) {
            Model model = model(name);
            float[] x = random(3 * model.info().input().size());
            byte[] folded = Onnx.of(model).foldBatchNorms().bytes();
            GraphRules.check(folded);
            assertThat(nodes(folded)).noneMatch(node -> node.toLowerCase().endsWith("norm"));
            Close.to(Session.predict(folded, model, x), model.predict(x), name);
            try (Session session = new Session(folded)) {
                assertThat(session.outputs().get(0)).startsWith(name.equals("Digits") ? "digit " : "norm ");
            }
        }
    }

    @Test
    void everyOutputIsOneOfTheFile() {
        Model model = model("Several");
        float[] x = random(3 * 72);
        for (byte[] file :
                List.of(Onnx.of(model).bytes(), Onnx.of(model).foldBatchNorms().bytes())) {
            GraphRules.check(file);
            try (Session session = new Session(file)) {
                assertThat(session.outputs())
                        .containsExactly("map FLOAT [-1, 4, 4, 3]", "kind FLOAT [-1, 4]", "mean FLOAT [-1, 3]");
                Close.to(session.predict(model, x), model.predict(x), "Several");
            }
            assertThat(nodes(file))
                    .as("a layer that is an output isn't changed")
                    .contains("norm");
        }
    }

    @Test
    void maskedNetworkReadsLengths() {
        Model model = model("Tags");
        float[] x = {1, 2, 3, 4, 5, 6, 7, 8, 1, 0, 0, 0, 3, 0, 0, 0, 0, 0};
        byte[] file = Onnx.of(model).bytes();
        GraphRules.check(file);
        try (Session session = new Session(file)) {
            assertThat(session.inputs()).containsExactly("input INT64 [-1, 6]", "lengths INT32 [-1]");
            Close.to(
                    session.predict(model, x, 6, 3, 1), model.predict(x, Lengths.paddedRight(6, 3, 1)), "with lengths");
        }
        byte[] all = Onnx.of(model).allSteps().bytes();
        GraphRules.check(all);
        Close.to(Session.predict(all, model, x), model.predict(x), "all steps");
    }

    @Test
    void refusalNamesEveryLayer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Onnx.of(model("Odd")).bytes())
                .withMessage("Odd can't be written as ONNX: layer \"first\" (Rnn) has the activation GELU, which ONNX's"
                        + " operator RNN doesn't know; layer \"second\" (Rnn) has the activation STEP, which ONNX's"
                        + " operator RNN doesn't know");
    }

    @Test
    void numbersThatNoNetworkComputesWithAreRefused() {
        Model model = model("Digits");
        float[] numbers = model.parameters().copy();
        numbers[4] = Float.NaN;
        model.parameters().set(numbers);
        assertThatIllegalStateException()
                .isThrownBy(() -> Onnx.of(model).bytes())
                .withMessage(
                        "Digits isn't written: number 4 of weight of layer \"conv\", counted from 0, is NaN, and no"
                                + " network can compute with it");
    }

    @Test
    void fileIsWrittenAsAWholeOrNotAtAll(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("digits.onnx");
        Model model = model("Digits");
        Onnx.write(model, file);
        assertThat(file).hasBinaryContent(Onnx.of(model).bytes());
        assertThatIllegalArgumentException().isThrownBy(() -> Onnx.write(model("Odd"), file));
        assertThat(file).hasBinaryContent(Onnx.of(model).bytes());
        Onnx.of(model).foldBatchNorms().write(file);
        assertThat(file).hasBinaryContent(Onnx.of(model).foldBatchNorms().bytes());
        assertThat(Files.list(folder)).hasSize(1);
        assertThatThrownBy(() -> Onnx.write(model, folder.resolve("no/digits.onnx")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void axesAreMovedAsSaid() {
        float[] x = {0, 1, 2, 3, 4, 5};
        assertThat(Axes.transpose(x, dev.longhand.Shape.of(2, 3), 1, 0)).containsExactly(0, 3, 1, 4, 2, 5);
        assertThat(Axes.transpose(x, dev.longhand.Shape.of(1, 2, 3), 2, 0, 1)).containsExactly(0, 3, 1, 4, 2, 5);
        assertThat(Arrays.asList(
                        Layout.CHANNELS_LAST.transposition(Layout.CHANNELS_FIRST, 3),
                        Layout.CHANNELS_FIRST.transposition(Layout.CHANNELS_LAST, 3),
                        Layout.TIME_FIRST.transposition(Layout.CHANNELS_FIRST, 2)))
                .containsExactly(List.of(0L, 3L, 1L, 2L), List.of(0L, 2L, 3L, 1L), List.of(1L, 2L, 0L));
    }
}
