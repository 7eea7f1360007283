package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.longhand.io.InvalidFileException;
import dev.longhand.io.Layout;
import dev.longhand.io.TensorNames;
import dev.longhand.io.Weights;
import dev.longhand.model.Model;
import dev.longhand.model.Workspace;
import dev.longhand.processor.interpreter.Declaration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of PyTorch's parameters give PyTorch's outputs; the script beside them wrote them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StateDictTest {

    private static final double TOLERANCE = 1e-5;
    private static final Path FILES = Path.of("src/test/resources/reference/torch");

    /** The file of a layer, which is called "layer", and the case that has its inputs and outputs. */
    private record OneLayer(String file, String input, String annotation, String cases, int index) {

        JsonObject expected() {
            return Tensors.cases("/reference/" + cases + ".json").get(index);
        }

        @Override
        public String toString() {
            return file;
        }
    }

    private static final List<OneLayer> LAYERS = List.of(
            new OneLayer("linear", "5", "Dense(units = 9)", "layers", 2),
            conv2d(0, "5, 5, 1", "filters = 3, kernel = 3, explicitPadding = 1"),
            conv2d(1, "6, 7, 3", "filters = 4, kernel = 3"),
            conv2d(2, "8, 8, 2", "filters = 2, kernel = 5, stride = 2, explicitPadding = 2"),
            conv2d(3, "6, 6, 4", "filters = 4, kernel = 3, explicitPadding = 1, groups = 4"),
            conv2d(4, "9, 9, 2", "filters = 3, kernel = 3, explicitPadding = 2, dilation = 2"),
            new OneLayer("conv1d_0", "10, 4", "Conv1d(filters = 5, kernel = 3)", "sequences", 0),
            new OneLayer("conv1d_1", "6, 4", "Conv1d(filters = 6, kernel = 3, groups = 2)", "sequences", 1),
            new OneLayer("batch_norm1d", "5", "BatchNorm", "normalizations", 1),
            new OneLayer("batch_norm2d", "4, 4, 3", "BatchNorm", "normalizations", 3),
            new OneLayer("layer_norm", "7", "LayerNorm", "normalizations", 4),
            recurrent("rnn", "Rnn", 0),
            recurrent("gru", "Gru", 1),
            recurrent("lstm", "Lstm", 2),
            recurrent("lstm_cell", "Lstm", 2));

    private Compilation compilation;

    private static OneLayer conv2d(int index, String input, String attributes) {
        return new OneLayer("conv2d_" + index, input, "Conv2d(" + attributes + ")", "images", index);
    }

    private static OneLayer recurrent(String file, String kind, int index) {
        return new OneLayer(file, "5, 3", kind + "(units = 4, returnSequences = true)", "recurrent", index);
    }

    static List<OneLayer> layers() {
        return LAYERS;
    }

    @BeforeAll
    void compile(@TempDir Path directory) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (OneLayer layer : LAYERS) {
            add(sources, layer.file(), layer.input(), "@" + layer.annotation() + " Layer layer();");
        }
        add(sources, "embedding", "3", "@Embedding(vocabulary = 5, dimensions = 5) Layer layer();");
        add(sources, "mlp", "8", """
                @Dense(units = 12, activation = Activation.RELU) Layer first();
                @Dense(units = 12, activation = Activation.RELU) Layer second();
                @Dense(units = 3)                                Layer last();
                """);
        add(sources, "cnn", "8, 8, 1", """
                @Conv2d(filters = 3, kernel = 3, padding = Padding.SAME) Layer conv();
                @BatchNorm                                               Layer norm();
                @Activate(Activation.RELU)                               Layer relu();
                @MaxPool2d(size = 2)                                     Layer pool();
                @Flatten                                                 Layer flat();
                @Dense(units = 4)                                        Layer output();
                """);
        compilation = Compilation.of(Compiler.JAVAC, directory, sources);
    }

    private static void add(Map<String, String> sources, String name, String input, String layers) {
        sources.put("nets." + name, Declaration.head("nets") + """
                @Network(input = {%s}, loss = Loss.HALF_SQUARED_ERROR)
                public interface %s {
                    %s
                }
                """.formatted(input, name, layers));
    }

    private Model model(String name) {
        return compilation.model("nets." + name + "Model");
    }

    private static Path file(String name) {
        return FILES.resolve(name + ".safetensors");
    }

    @ParameterizedTest
    @MethodSource("layers")
    void layersComputeWhatPyTorchsModuleDoes(OneLayer layer) throws IOException {
        Model model = model(layer.file());
        Weights.load(model, file(layer.file()), Layout.PYTORCH);
        JsonObject expected = layer.expected();
        Workspace ws = model.workspace(Tensors.shape(expected.get("input"))[0]);
        boolean isChannelsFirst = !layer.cases().equals("recurrent");
        fill(ws, expected.get("input"), isChannelsFirst);
        model.forward(ws, ws.maxBatch());
        Tensors.assertClose(
                layer.file(), ws.output(), 0, channelsLast(expected.get("output"), isChannelsFirst), TOLERANCE);
    }

    @Test
    void tablesOfEmbeddingsHaveTheirRows() throws IOException {
        Model model = model("embedding");
        Weights.load(model, file("embedding"));
        assertThat(model.predict(4, 0, 2))
                .containsExactly(
                        2.5f, 2.625f, 2.75f, 2.875f, 3, 0, .125f, .25f, .375f, .5f, 1.25f, 1.375f, 1.5f, 1.625f, 1.75f);
    }

    @Test
    void modulesOfASequentialAreMapped() throws IOException {
        Model model = model("mlp");
        assertThatThrownBy(() -> Weights.load(model, file("mlp")))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining(
                        "nothing in it tells whether its arrays are in PyTorch's layout or in Longhand's");
        TensorNames names = TensorNames.of(Map.of("0", "first", "2", "second", "4", "last"));
        Weights.load(model, file("mlp"), Layout.PYTORCH, names);
        JsonObject expected = Tensors.cases("/reference/networks.json").get(2);
        Workspace ws = model.workspace(6);
        fill(ws, expected.get("input"), false);
        model.forward(ws, 6);
        Tensors.assertClose("mlp", ws.output(), 0, Tensors.numbers(expected.get("output")), TOLERANCE);
    }

    @Test
    void aDenseLayerReadsFlattenedImagesAsInPyTorch() throws IOException {
        Model model = model("cnn");
        TensorNames names = TensorNames.of(Map.of("0", "conv", "1", "norm", "5", "output"));
        Weights.load(model, file("cnn"), Layout.PYTORCH, names);
        JsonObject expected =
                Tensors.cases("/reference/normalized_network.json").get(0);
        Workspace ws = model.workspace(5);
        fill(ws, expected.get("input"), true);
        model.forwardTraining(ws, 5);
        Tensors.assertClose("cnn", ws.output(), 0, Tensors.numbers(expected.get("output")), TOLERANCE);
    }

    private static void fill(Workspace ws, JsonElement input, boolean isChannelsFirst) {
        float[] x = Tensors.floats(channelsLast(input, isChannelsFirst));
        System.arraycopy(x, 0, ws.input(), 0, x.length);
    }

    /** Samples [n][channels][positions] as ours, [n][positions][channels]. */
    private static double[] channelsLast(JsonElement tensor, boolean isChannelsFirst) {
        double[] numbers = Tensors.numbers(tensor);
        int[] shape = Tensors.shape(tensor);
        if (!isChannelsFirst || shape.length < 3) {
            return numbers;
        }
        int channels = shape[1];
        int positions = shape[2] * (shape.length > 3 ? shape[3] : 1);
        double[] last = new double[numbers.length];
        for (int i = 0; i < last.length; i++) {
            int sample = i / (channels * positions) * channels * positions;
            int position = i / channels % positions;
            last[i] = numbers[sample + i % channels * positions + position];
        }
        return last;
    }
}
