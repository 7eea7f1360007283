package dev.longhand.importer.onnx;

import static dev.longhand.importer.onnx.Graphs.graph;
import static dev.longhand.importer.onnx.Graphs.node;
import static dev.longhand.importer.onnx.Graphs.number;
import static dev.longhand.importer.onnx.Graphs.output;
import static dev.longhand.importer.onnx.Graphs.scalar;
import static dev.longhand.importer.onnx.Graphs.value;
import static dev.longhand.importer.onnx.Graphs.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.longhand.Loss;
import dev.longhand.importer.DeclarationWriter;
import dev.longhand.importer.ImportedNetwork;
import dev.longhand.importer.ImportedOutput;
import dev.longhand.importer.RefusedException;
import dev.longhand.importer.testing.CompiledNetwork;
import dev.longhand.io.InvalidFileException;
import dev.longhand.model.Model;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnnxFileTest {

    @TempDir
    Path folder;

    private Path write(GraphProto.Builder graph) throws IOException {
        ModelProto model = ModelProto.newBuilder()
                .setGraph(graph)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .build();
        return Files.write(folder.resolve("net.onnx"), model.toByteArray());
    }

    private void assertRefused(GraphProto.Builder graph, String... lines) throws IOException {
        Path file = write(graph);
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> OnnxFile.read(file));
        assertThat(refused).isNotNull();
        assertThat(refused.lines()).containsExactly(lines);
    }

    @Test
    void everyNodeThatCannotBeDeclaredIsNamedWithItsReason() throws IOException {
        assertRefused(
                graph(
                        value("x", 0, 3, 8, 8),
                        node("LRN", "x", "a"),
                        node("Conv", "a w", "b"),
                        node("Einsum", "b b", "c"),
                        node("Softsign", "x", "d"),
                        node("Add", "c d", "y")),
                "LRN \"a\": Longhand has no layer for this operator",
                "Einsum \"c\": Longhand has no layer for this operator");
        assertThat(folder).isDirectoryContaining(file -> file.endsWith("net.onnx"));
    }

    @Test
    void reasonsNameWhatTheNodeAsksFor() throws IOException {
        assertRefused(
                graph(value("x", 0, 4), node("Gemm", "x w", "y").addAttribute(number("transA", 1)))
                        .addInitializer(weights("w", 4, 2)),
                "Gemm \"y\": it transposes its input (transA = 1), which no layer does");
        assertRefused(
                graph(value("x", 0, 4), node("Gemm", "x w", "y")).addInitializer(weights("w", 3, 2)),
                "Gemm \"y\": its weights have 3 rows, but its input is batch×4");
        assertRefused(
                graph(value("x", 0, 4), node("Softsign", "x", "y")), "Softsign \"y\": Longhand has no such activation");
        assertRefused(
                graph(value("x", 0, 4), node("Add", "x w", "y")).addInitializer(weights("w", 4)),
                "Add \"y\": it adds or multiplies constants of 4 that a layer before it hasn't as its bias or weights");
        assertRefused(
                graph(
                                value("x", 0, 4, 3),
                                node("MatMul", "x w", "a"),
                                node("Softmax", "a", "b"),
                                node("Relu", "b", "y"))
                        .addInitializer(weights("w", 3, 2)),
                "MatMul \"a\": a softmax is only for the last layer, as attention isn't declared with layers yet");
        assertRefused(
                graph(value("x", 0, 2, 3, 4), node("MatMul", "x w", "a"), node("GlobalAveragePool", "a", "y"))
                        .addInitializer(weights("w", 4, 2)),
                "GlobalAveragePool \"y\": it needs its input batch×2×3×2 in another order than it's stored in, and no"
                        + " layer transposes numbers");
    }

    /** Bounds that no usual number reaches are bounds too. */
    @ParameterizedTest
    @CsvSource({
        "-50, 50",
        "-100, 100",
        "-5e3, 1e30",
        "-1e30, 70",
        "-3, 1e7",
        "0, 1e5",
        "-1e20, 1e20",
        "2e-4, 1e30",
        "40, 50"
    })
    void clipsThatNoLayerComputesAreRefused(float least, float most) throws IOException {
        assertRefused(
                graph(value("x", 0, 4), node("MatMul", "x w", "a"), node("Clip", "a l h", "y"))
                        .addInitializer(weights("w", 4, 2))
                        .addInitializer(scalar("l", least))
                        .addInitializer(scalar("h", most)),
                "Clip \"y\": Longhand has no such activation");
        Path inSteps = write(
                graph(value("x", 0, 4), node("MatMul", "x w", "a"), node("Max", "a l", "b"), node("Min", "b h", "y"))
                        .addInitializer(weights("w", 4, 2))
                        .addInitializer(scalar("l", least))
                        .addInitializer(scalar("h", most)));
        assertThatThrownBy(() -> OnnxFile.read(inSteps))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Longhand has no such activation");
    }

    @Test
    void boundsAreKept() throws IOException {
        TensorProto one = weights("w", 1, 1).toBuilder().setFloatData(0, 1).build();
        Path file = write(graph(
                        value("x", 0, 1),
                        node("MatMul", "x w", "a"),
                        node("Clip", "a l h", "b"),
                        node("MatMul", "b w", "y"))
                .addInitializer(one)
                .addInitializer(scalar("l", 0))
                .addInitializer(scalar("h", 255)));
        Model model = CompiledNetwork.of(OnnxFile.read(file), folder);
        for (float x : new float[] {-1000, -3, 0, 1, 100, 254, 255, 256, 1000, 1e6f}) {
            assertThat(model.predict(new float[] {x})[0]).isCloseTo(Math.max(0, Math.min(255, x)), within(1e-4f));
        }
    }

    private GraphProto.Builder layerNorm(String last, long... gamma) {
        AttributeProto axes = AttributeProto.newBuilder()
                .setName("axes")
                .addInts(-1)
                .setType(AttributeProto.AttributeType.INTS)
                .build();
        return graph(
                        value("x", 0, 5, 5),
                        node("ReduceMean", "x", "m").addAttribute(axes),
                        node("Sub", "x m", "d"),
                        node("Mul", "d d", "s"),
                        node("ReduceMean", "s", "v").addAttribute(axes),
                        node("Add", "v e", "a"),
                        node("Sqrt", "a", "r"),
                        node("Div", "d r", "q"),
                        node(last, "q g", "y"))
                .addInitializer(scalar("e", 1e-5f))
                .addInitializer(weights("g", gamma));
    }

    @Test
    void numbersOfALayerNormAreOverItsAxes() throws IOException {
        for (String last : List.of("Mul", "Add")) {
            for (long[] right : new long[][] {{5}, {1, 5}, {1, 1, 5}}) {
                assertThat(DeclarationWriter.write(OnnxFile.read(write(layerNorm(last, right))), "com.acme"))
                        .contains(last + " \"y\"")
                        .contains("@LayerNorm");
            }
            for (long[] wrong : new long[][] {{5, 1}, {1, 5, 1}, {5, 5}, {1, 1, 1, 5}}) {
                Path file = write(layerNorm(last, wrong));
                assertThatThrownBy(() -> OnnxFile.read(file))
                        .isInstanceOf(RefusedException.class)
                        .hasMessageContaining(last + " \"y\"");
            }
        }
        assertRefused(
                graph(value("x", 0, 5, 5), node("LayerNormalization", "x g", "y"))
                        .addInitializer(weights("g", 5, 1)),
                "LayerNormalization \"y\": it normalizes the axes from 2 on of its input batch×5×5, but multiplies or"
                        + " adds numbers of dimensions [5, 1], which a layer norm doesn't");
    }

    @Test
    void inputsAndOutputsThatNoNetworkHasAreRefused() throws IOException {
        assertRefused(
                graph(value("x", 0, 0, 4), node("Relu", "x", "y")),
                "input \"x\": its axes 0 and 1 have no fixed size, but only the batch may have none: export it with fixed"
                        + " sizes");
        assertRefused(graph(value("x", 4), node("Relu", "x", "y")), "input \"x\": it has no axis for the batch");
        assertRefused(
                graph(value("x", 0, 4), node("Relu", "x", "y"), node("Relu", "w", "z"))
                        .addInitializer(weights("w", 4))
                        .addOutput(output("z")),
                "output \"z\": it doesn't depend on the data");
        assertRefused(
                graph(value("x", 0, 4), node("Relu", "x", "y"), node("Identity", "y", "z"))
                        .addOutput(output("z")),
                "Relu \"y\": two outputs are its numbers, and one of them would do");
        assertRefused(
                graph(value("x", 0, 4), node("Relu", "x", "y"), node("Identity", "x", "z"))
                        .addOutput(output("z")),
                "output \"input\": it's an output, but nothing but the data");
        assertRefused(
                graph(value("x", 0, 4), node("LogSoftmax", "x", "y"), node("Tanh", "y", "z"))
                        .addOutput(output("z")),
                "LogSoftmax \"y\": other layers read it, but a log-softmax is only for an output that no layer reads");
        assertRefused(
                graph(value("x", 0, 4), node("Relu", "w", "y")).addInitializer(weights("w", 4)),
                "graph \"\": no node reads an input");
    }

    @Test
    void severalOutputsAreDeclaredInTheOrderOfTheFile() throws IOException {
        GraphProto.Builder graph = graph(
                        value("x", 0, 4),
                        node("MatMul", "x w", "h"),
                        node("Sigmoid", "h", "z"),
                        node("Softmax", "h", "y"))
                .addInitializer(weights("w", 4, 2))
                .addOutput(output("z"));
        ImportedNetwork network = OnnxFile.read(write(graph));
        assertThat(DeclarationWriter.write(network, "")).contains("""
                 * <p>A prediction holds the numbers of its outputs one after the other: y, z.
                 *
                 * <p>The file has no losses: each output has the one that goes with its activation; training it further may need
                 * others, and weights of them.
                 */
                @Pretrained("net.safetensors")
                @Network(input = 4)
                public interface Net {

                    // MatMul "h"
                    @Dense(units = 2, useBias = false)
                    Layer h();

                    // Softmax "y", output "y"
                    @Output(loss = Loss.CROSS_ENTROPY)
                    @Activate(Activation.SOFTMAX)
                    Layer y();

                    // Sigmoid "z", output "z"
                    @Output(loss = Loss.BINARY_CROSS_ENTROPY)
                    @Activate(Activation.SIGMOID)
                    @From("h")
                    Layer z();
                }
                """);
        float[] predicted = CompiledNetwork.of(network, folder).predict(new float[] {1, -1, 0, 0});
        assertThat(predicted).containsExactly(0.5f, 0.5f, sigmoid(-2), sigmoid(-2));
    }

    private static float sigmoid(double z) {
        return (float) (1 / (1 + Math.exp(-z)));
    }

    @Test
    void anOutputThatOtherLayersReadHasALossThatAllowsIt() throws IOException {
        GraphProto.Builder graph = graph(
                        value("x", 0, 4),
                        node("MatMul", "x w", "h"),
                        node("Sigmoid", "h", "z"),
                        node("MatMul", "z v", "y"))
                .addInitializer(weights("w", 4, 2))
                .addInitializer(weights("v", 2, 3))
                .addOutput(output("z"));
        ImportedNetwork network = OnnxFile.read(write(graph));
        assertThat(network.outputs())
                .containsExactly(
                        new ImportedOutput("h", Loss.MEAN_SQUARED_ERROR),
                        new ImportedOutput("y", Loss.MEAN_SQUARED_ERROR));
        assertThat(DeclarationWriter.write(network, "")).contains(" The file has its outputs in the order y, h.");
        float half = 0.5f;
        assertThat(CompiledNetwork.of(network, folder).predict(new float[4]))
                .containsExactly(half, half, half * (0 + 3), half * (1 + 4), half * (2 + 5));
    }

    @Test
    void tensorsThatDoNotFitTheirDimensionsAreRefused() throws IOException {
        TensorProto right = weights("w", 4, 2);
        assertRefused(
                graph(value("x", 0, 4), node("MatMul", "x w", "y"))
                        .addInitializer(right.toBuilder().setDims(0, 5)),
                "initializer \"w\": its dimensions [5, 2] make 10 numbers, but it has 8");
        assertRefused(
                graph(value("x", 0, 4), node("MatMul", "x w", "y"))
                        .addInitializer(right.toBuilder().setDims(0, 1L << 40)),
                "initializer \"w\": its dimensions [1099511627776, 2] are too large");
        assertRefused(
                graph(value("x", 0, 4), node("MatMul", "x w", "y"))
                        .addInitializer(right.toBuilder().setDataType(8)),
                "initializer \"w\": its numbers are of type STRING, which isn't read");
    }

    @Test
    void weightsInOtherFilesMustBeInTheFolder() throws IOException {
        TensorProto.Builder outside = TensorProto.newBuilder()
                .setName("w")
                .setDataType(1)
                .addDims(4)
                .addDims(2)
                .setDataLocation(TensorProto.DataLocation.EXTERNAL);
        for (String location : List.of("../secret", "/etc/passwd", "")) {
            assertRefused(
                    graph(value("x", 0, 4), node("MatMul", "x w", "y"))
                            .addInitializer(outside.clone()
                                    .addExternalData(StringStringEntryProto.newBuilder()
                                            .setKey("location")
                                            .setValue(location))),
                    "initializer \"w\": its numbers are in the file \"" + location
                            + "\", which isn't in the folder of the model");
        }
        Files.write(folder.resolve("w.bin"), new byte[31]);
        assertRefused(
                graph(value("x", 0, 4), node("MatMul", "x w", "y"))
                        .addInitializer(outside.clone()
                                .addExternalData(StringStringEntryProto.newBuilder()
                                        .setKey("location")
                                        .setValue("w.bin"))),
                "initializer \"w\": it needs 32 bytes from 0 on of w.bin, which has 31");
        Path file = write(graph(value("x", 0, 4), node("MatMul", "x w", "y"))
                .addInitializer(outside.clone()
                        .addExternalData(StringStringEntryProto.newBuilder()
                                .setKey("location")
                                .setValue("missing.bin"))));
        assertThatThrownBy(() -> OnnxFile.read(file)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void damagedFilesGiveOneSentence() throws IOException {
        for (String text : List.of("", "no model at all", "\u0008\u0007\u003a\u00ff")) {
            Path file = Files.write(folder.resolve("text.onnx"), text.getBytes(StandardCharsets.ISO_8859_1));
            assertThatThrownBy(() -> OnnxFile.read(file))
                    .isInstanceOf(InvalidFileException.class)
                    .message()
                    .contains("text.onnx: it")
                    .doesNotContain("\n");
        }
        assertThatThrownBy(() -> OnnxFile.read(folder)).hasMessageContaining("it's a folder");
    }

    /** Any cut or changed file is read, refused, or reported as damaged. */
    @Test
    void changedBytesNeverGiveAnotherException() throws IOException {
        Random random = new Random(5);
        Path file = folder.resolve("changed.onnx");
        for (String name : List.of("cnn", "gru", "activations_13", "two_inputs")) {
            byte[] right = Files.readAllBytes(PyTorchModelsTest.file(name + ".onnx"));
            for (int i = 0; i < 150; i++) {
                byte[] changed = i % 3 == 0 ? Arrays.copyOf(right, random.nextInt(right.length)) : right.clone();
                for (int k = 0; k < 3 && changed.length > 0; k++) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                Files.write(file, changed);
                try {
                    DeclarationWriter.write(OnnxFile.read(file), "com.acme");
                } catch (InvalidFileException | RefusedException e) {
                    assertThat(e.getMessage()).contains("changed.onnx");
                }
            }
        }
    }

    @Test
    void aChainThatDoublesIsRefusedInTime() throws IOException {
        NodeProto.Builder[] nodes = new NodeProto.Builder[80];
        for (int i = 0; i < nodes.length; i++) {
            String read = i == 0 ? "x" : "v" + i;
            nodes[i] = node("Mul", read + " " + read, i == nodes.length - 1 ? "y" : "v" + (i + 1));
        }
        Path file = write(graph(value("x", 0, 4), nodes));
        assertThatThrownBy(() -> OnnxFile.read(file)).hasMessageContaining("more than 10000 steps of one function");
    }

    @Test
    void namesOfTheGraphBecomeNamesOfLayers() throws IOException {
        ImportedNetwork network = OnnxFile.read(PyTorchModelsTest.file("residual.onnx"));
        assertThat(network.name()).isEqualTo("Residual");
        assertThat(DeclarationWriter.write(network, "com.acme"))
                .contains("""
                            // Conv "/shortcut/Conv"
                            @Conv2d(filters = 12, kernel = 1, stride = 2)
                            @From("relu")
                            Layer shortcut();
                        """)
                .contains("A sample of the input x0 is 9x9x3, which are the axes 2, 3, 1 of [batch,");
    }

    @Test
    void whatPyTorchComputesAndNoLayerDoesIsRefused() {
        assertThatThrownBy(() -> OnnxFile.read(PyTorchModelsTest.file("attention.onnx")))
                .hasMessageContaining("MatMul \"/MatMul\": it multiplies two matrices of data");
        assertThatThrownBy(() -> OnnxFile.read(PyTorchModelsTest.file("bidirectional.onnx")))
                .hasMessageContaining("its direction is bidirectional");
        assertThatThrownBy(() -> OnnxFile.read(PyTorchModelsTest.file("refused.onnx")))
                .hasMessageContaining("ConvTranspose \"/0/ConvTranspose\": Longhand has no layer for this operator")
                .hasMessageContaining("DepthToSpace \"/3/DepthToSpace\": Longhand has no layer for this operator");
    }
}
