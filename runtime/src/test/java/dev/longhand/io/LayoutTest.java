package dev.longhand.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.Initializer;
import dev.longhand.Loss;
import dev.longhand.initializer.Initialization;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.testing.Normalized;
import dev.longhand.testing.TwoLayers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {

    private static final Initialization ZEROS = Initialization.of(Initializer.ZEROS, 0, 1, 1);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("model.safetensors");
    }

    private static float[] count(int size) {
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    /** A file without metadata, as other libraries write it: each tensor counts from 0. */
    private void write(Map<String, List<Integer>> tensors) throws IOException {
        write(tensors, "");
    }

    private void write(Map<String, List<Integer>> tensors, String metadata) throws IOException {
        StringBuilder json = new StringBuilder("{\"__metadata__\":{" + metadata + "}");
        ByteBuffer data = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        tensors.forEach((name, shape) -> {
            int size = shape.stream().reduce(1, (a, b) -> a * b);
            int begin = data.position();
            for (float number : count(size)) {
                data.putFloat(number);
            }
            json.append(",\"%s\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                    .formatted(name, shape.toString().replace(" ", ""), begin, data.position()));
        });
        byte[] header = json.append('}').toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes =
                ByteBuffer.allocate(8 + header.length + data.position()).order(ByteOrder.LITTLE_ENDIAN);
        Files.write(
                file, bytes.putLong(header.length).put(header).put(data.flip()).array());
    }

    private static ModelInfo.Builder rnn() {
        return ModelInfo.builder("Counter", Loss.MEAN_SQUARED_ERROR, 4, 3)
                .layer("memory", "Rnn", "", 2)
                .parameter("weight", ZEROS, 3, 2)
                .parameter("recurrentWeight", ZEROS, 2, 2)
                .parameter("bias", ZEROS, 2);
    }

    @Test
    void aFileThatTellsNoLayoutIsRefusedWithTheTwoChoices() throws IOException {
        Described model = Described.of(rnn());
        Map<String, List<Integer>> tensors = new LinkedHashMap<>();
        tensors.put("memory.weight", List.of(3, 2));
        tensors.put("memory.recurrentWeight", List.of(2, 2));
        tensors.put("memory.bias", List.of(2));
        for (String metadata : List.of("", "\"format\":\"np\"", "\"layout\":\"dense [in][out]\"")) {
            write(tensors, metadata);
            assertThatThrownBy(() -> Weights.load(model, file))
                    .isInstanceOf(InvalidFileException.class)
                    .hasMessage(file
                            + ": nothing in it tells whether its arrays are in PyTorch's layout or in Longhand's, as"
                            + " \"format\" or \"layout\" of the metadata can: write Weights.load(model, file,"
                            + " Layout.PYTORCH) if it was saved as PyTorch has it, or Layout.OWN if it was transposed"
                            + " before");
        }
        Weights.load(model, file, Layout.OWN);
        assertThat(model.parameters().layer(0).get("recurrentWeight")).containsExactly(0, 1, 2, 3);
        assertThatThrownBy(() -> Weights.load(model, file, Layout.PYTORCH))
                .hasMessage(file + ": tensor \"memory.weight\" has shape [3, 2], but in Counter it's [2, 3]: if it was"
                        + " transposed before saving, write Weights.load(model, file, Layout.OWN)");
        tensors.put("memory.weight", List.of(2, 3));
        write(tensors);
        Weights.load(model, file, Layout.PYTORCH);
        assertThat(model.parameters().layer(0).weights()).containsExactly(0, 3, 1, 4, 2, 5);
        assertThat(model.parameters().layer(0).get("recurrentWeight")).containsExactly(0, 2, 1, 3);
        assertThat(model.parameters().layer(0).bias()).containsExactly(0, 1);
    }

    @Test
    void whatWasSavedHereNeedsNoLayout() throws IOException {
        Model model = TwoLayers.classes(3, 3, 2, 1);
        Weights.save(model, file);
        Model other = TwoLayers.classes(3, 3, 2, 2);
        Weights.load(other, file);
        Weights.load(other, file, Layout.OWN);
        assertThat(other.parameters().sha256()).isEqualTo(model.parameters().sha256());
        assertThatThrownBy(() -> Weights.load(other, file, Layout.PYTORCH))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage(file + ": Longhand saved it in its own layout: write Weights.load(model, file) without"
                        + " Layout.PYTORCH");
    }

    @Test
    void metadataTellsTheLayout() throws IOException {
        Described model = Described.of(rnn());
        Map<String, List<Integer>> tensors = new LinkedHashMap<>();
        tensors.put("memory.weight", List.of(2, 3));
        tensors.put("memory.recurrentWeight", List.of(2, 2));
        tensors.put("memory.bias", List.of(2));
        for (String metadata : List.of("\"format\":\"pt\"", "\"layout\":\"torch\"", "\"layout\":\"pytorch\"")) {
            write(tensors, metadata);
            Weights.load(model, file);
            assertThat(model.parameters().layer(0).get("recurrentWeight")).containsExactly(0, 2, 1, 3);
        }
        assertThatThrownBy(() -> Weights.load(model, file, Layout.OWN))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage(file + ": its metadata says that its layout is \"pytorch\", not Layout.OWN: write"
                        + " Weights.load(model, file)");
        tensors.put("memory.weight", List.of(3, 2));
        write(tensors, "\"format\":\"pt\",\"layout\":\"longhand\"");
        Weights.load(model, file);
        assertThat(model.parameters().layer(0).get("recurrentWeight")).containsExactly(0, 1, 2, 3);
        write(tensors, "\"format\":\"pt\"");
        Weights.load(model, file, Layout.OWN);
        assertThat(model.parameters().layer(0).get("recurrentWeight")).containsExactly(0, 1, 2, 3);
    }

    @Test
    void wrongShapesNameTheOtherLayoutIfTheyAreOfIt() throws IOException {
        Model model = TwoLayers.binary(2, 3, 1);
        Map<String, List<Integer>> tensors = new LinkedHashMap<>();
        tensors.put("hidden.weight", List.of(3, 2));
        tensors.put("hidden.bias", List.of(3));
        tensors.put("output.weight", List.of(1, 3));
        tensors.put("output.bias", List.of(1));
        write(tensors);
        assertThatThrownBy(() -> Weights.load(model, file, Layout.OWN))
                .hasMessageContaining("tensor \"hidden.weight\" has shape [3, 2], but in Example it's [2, 3]: if it was"
                        + " saved as PyTorch has it, write Weights.load(model, file, Layout.PYTORCH)");
        Weights.load(model, file, Layout.PYTORCH);
        assertThat(model.parameters().layer(0).weights()).containsExactly(0, 2, 4, 1, 3, 5);
        assertThat(model.parameters().layer(1).weights()).containsExactly(0, 1, 2);
    }

    @Test
    void convolutionsAreReordered() throws IOException {
        Described model = Described.of(ModelInfo.builder("Pictures", Loss.MEAN_SQUARED_ERROR, 4, 4, 2)
                .layer("edges", "Conv2d", "", 1, 1, 3)
                .parameter("weight", ZEROS, 4, 4, 2, 3)
                .layer("letters", "Embedding", "", 3, 3)
                .parameter("weight", ZEROS, 3, 3)
                .layer("waves", "Conv1d", "", 1, 2)
                .parameter("weight", ZEROS, 3, 4, 2));
        Map<String, List<Integer>> tensors = new LinkedHashMap<>();
        tensors.put("edges.weight", List.of(3, 2, 4, 4));
        tensors.put("letters.weight", List.of(3, 3));
        tensors.put("waves.weight", List.of(2, 4, 3));
        write(tensors);
        Weights.load(model, file, Layout.PYTORCH);
        float[] edges = model.parameters().layer(0).weights();
        for (int f = 0; f < 3; f++) {
            for (int c = 0; c < 2; c++) {
                for (int y = 0; y < 4; y++) {
                    for (int x = 0; x < 4; x++) {
                        assertThat(edges[((y * 4 + x) * 2 + c) * 3 + f]).isEqualTo(((f * 2 + c) * 4 + y) * 4 + x);
                    }
                }
            }
        }
        assertThat(model.parameters().layer(1).weights()).containsExactly(count(9));
        float[] waves = model.parameters().layer(2).weights();
        for (int f = 0; f < 2; f++) {
            for (int c = 0; c < 4; c++) {
                for (int k = 0; k < 3; k++) {
                    assertThat(waves[(k * 4 + c) * 2 + f]).isEqualTo((f * 4 + c) * 3 + k);
                }
            }
        }
    }

    @Test
    void gatesOfAGruChangePlaces() throws IOException {
        Described model = Described.of(ModelInfo.builder("Gates", Loss.MEAN_SQUARED_ERROR, 4, 1)
                .layer("gru", "Gru", "", 2)
                .parameter("weight", ZEROS, 1, 6)
                .parameter("recurrentWeight", ZEROS, 2, 6)
                .parameter("bias", ZEROS, 6)
                .parameter("recurrentBias", ZEROS, 6));
        Map<String, List<Integer>> tensors = new LinkedHashMap<>();
        tensors.put("gru.weight", List.of(6, 1));
        tensors.put("gru.recurrentWeight", List.of(6, 2));
        tensors.put("gru.bias", List.of(6));
        tensors.put("gru.recurrentBias", List.of(6));
        write(tensors);
        Weights.load(model, file, Layout.PYTORCH);
        for (String array : List.of("weight", "bias", "recurrentBias")) {
            assertThat(model.parameters().layer(0).get(array)).containsExactly(2, 3, 0, 1, 4, 5);
        }
        assertThat(model.parameters().layer(0).get("recurrentWeight"))
                .containsExactly(4, 6, 0, 2, 8, 10, 5, 7, 1, 3, 9, 11);
    }

    @Test
    void biasesInTwoPartsAreAddedUp() throws IOException {
        Described model = Described.of(rnn());
        Map<String, List<Integer>> tensors = new LinkedHashMap<>();
        tensors.put("memory.weight_ih_l0", List.of(2, 3));
        tensors.put("memory.weight_hh_l0", List.of(2, 2));
        tensors.put("memory.bias_ih_l0", List.of(2));
        write(tensors, "\"format\":\"pt\"");
        assertThatThrownBy(() -> Weights.load(model, file))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage(file + ": it has \"memory.bias_ih_l0\", but not \"memory.bias_hh_l0\": memory.bias of"
                        + " Counter is their sum");
        tensors.put("memory.bias_hh_l0", List.of(2));
        write(tensors, "\"format\":\"pt\"");
        Weights.load(model, file);
        assertThat(model.parameters().layer(0).weights()).containsExactly(0, 3, 1, 4, 2, 5);
        assertThat(model.parameters().layer(0).bias()).containsExactly(0, 2);
        tensors.put("memory.bias", List.of(2));
        write(tensors, "\"format\":\"pt\"");
        assertThatThrownBy(() -> Weights.load(model, file))
                .hasMessage(file + ": \"memory.bias_ih_l0\", \"memory.bias_hh_l0\", \"memory.bias\" are all"
                        + " \"memory.bias\" of Counter, which is read from two at most");
    }

    @Test
    void layersOfOneModuleAreMappedTensorByTensor() throws IOException {
        Described model = Described.of(rnn().layer("second", "Rnn", "", 1)
                .parameter("weight", ZEROS, 2, 1)
                .parameter("recurrentWeight", ZEROS, 1, 1)
                .parameter("bias", ZEROS, 1));
        Map<String, List<Integer>> tensors = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>(Map.of("rnn", "memory"));
        tensors.put("rnn.weight_ih_l0", List.of(2, 3));
        tensors.put("rnn.weight_hh_l0", List.of(2, 2));
        tensors.put("rnn.bias_ih_l0", List.of(2));
        tensors.put("rnn.bias_hh_l0", List.of(2));
        tensors.put("rnn.weight_ih_l1", List.of(1, 2));
        tensors.put("rnn.weight_hh_l1", List.of(1, 1));
        tensors.put("rnn.bias_ih_l1", List.of(1));
        tensors.put("rnn.bias_hh_l1", List.of(1));
        names.put("rnn.weight_ih_l1", "second.weight");
        names.put("rnn.weight_hh_l1", "second.recurrentWeight");
        names.put("rnn.bias_ih_l1", "second.bias");
        names.put("rnn.bias_hh_l1", "second.bias");
        write(tensors);
        Weights.load(model, file, Layout.PYTORCH, TensorNames.of(names));
        assertThat(model.parameters().layer(0).bias()).containsExactly(0, 2);
        assertThat(model.parameters().layer(1).weights()).containsExactly(0, 1);
    }

    /** A dense layer with one unit reads 2×2 pixels of 3 channels: PyTorch has them as [3][2][2]. */
    private static final float[] CHANNELS_LAST = {0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11};

    @Test
    void weightsBehindFlattenedImagesAreReordered() throws IOException {
        Described model = Described.of(ModelInfo.builder("Flat", Loss.MEAN_SQUARED_ERROR, 2, 2, 3)
                .view("flat", "Flatten", "", 12)
                .layer("norm", "BatchNorm", "", 12)
                .unpenalized("gamma", ZEROS, 12)
                .unpenalized("beta", ZEROS, 12)
                .state("runningMean", 0, 12)
                .state("runningVariance", 1, 12)
                .layer("relu", "Activate", "", 12)
                .layer("output", "Dense", "", 1)
                .parameter("weight", ZEROS, 12, 1)
                .unpenalized("bias", ZEROS, 1));
        Map<String, List<Integer>> tensors = new LinkedHashMap<>();
        tensors.put("output.weight", List.of(1, 12));
        tensors.put("output.bias", List.of(1));
        for (String array : List.of("weight", "bias", "running_mean", "running_var")) {
            tensors.put("norm." + array, List.of(12));
        }
        write(tensors);
        Weights.load(model, file, Layout.PYTORCH);
        assertThat(model.parameters().layer(3).weights()).containsExactly(CHANNELS_LAST);
        for (String array : List.of("gamma", "beta", "runningMean", "runningVariance")) {
            assertThat(model.parameters().layer(1).get(array)).containsExactly(CHANNELS_LAST);
        }
    }

    @Test
    void flattenedSequencesHaveChannelsFirstBehindConvolutionsOnly() throws IOException {
        for (String kind : List.of("Conv1d", "Lstm", "Embedding")) {
            Described model = Described.of(ModelInfo.builder("Steps", Loss.MEAN_SQUARED_ERROR, 4, 2)
                    .layer("steps", kind, "", 4, 3)
                    .layer("relu", "Activate", "", 4, 3)
                    .view("flat", "Flatten", "", 12)
                    .layer("output", "Dense", "", 1)
                    .parameter("weight", ZEROS, 12, 1));
            write(Map.of("output.weight", List.of(1, 12)));
            Weights.load(model, file, Layout.PYTORCH);
            float[] reordered = {0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11};
            assertThat(model.parameters().layer(3).weights())
                    .as(kind)
                    .containsExactly(kind.equals("Conv1d") ? reordered : count(12));
        }
    }

    @Test
    void flattenedBranchesAreConcatenatedInPyTorchsOrder() throws IOException {
        ModelInfo.Builder builder = ModelInfo.builder("Branches", Loss.MEAN_SQUARED_ERROR, 2, 1, 2)
                .view("flat", "Flatten", "", 4)
                .layer("means", "GlobalAvgPool2d", "", 2)
                .from(-1);
        Described concatenated = Described.of(builder.layer("all", "Concat", "", 6)
                .from(1, 0)
                .layer("output", "Dense", "", 1)
                .parameter("weight", ZEROS, 6, 1));
        write(Map.of("output.weight", List.of(1, 6)));
        Weights.load(concatenated, file, Layout.PYTORCH);
        assertThat(concatenated.parameters().layer(3).weights()).containsExactly(0, 1, 2, 4, 3, 5);
    }

    @Test
    void anOrderOfChannelsThatNoArrayTellsIsRefused() throws IOException {
        Described sum = Described.of(ModelInfo.builder("Sum", Loss.MEAN_SQUARED_ERROR, 2, 2, 3)
                .view("flat", "Flatten", "", 12)
                .layer("other", "Dense", "", 12)
                .parameter("weight", ZEROS, 12, 12)
                .layer("sum", "Add", "", 12)
                .from(0, 1));
        write(Map.of("other.weight", List.of(12, 12)));
        assertThatThrownBy(() -> Weights.load(sum, file, Layout.PYTORCH))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage(file + ": layer \"sum\" joins flattened channels and values of another order, with the"
                        + " channels last, in PyTorch they are first: convert the weights before saving them, and write"
                        + " Weights.load(model, file, Layout.OWN)");
        Described split = Described.of(ModelInfo.builder("Split", Loss.MEAN_SQUARED_ERROR, 5)
                .layer("wide", "Dense", "", 12)
                .parameter("weight", ZEROS, 5, 12)
                .view("image", "Reshape", "", 2, 2, 3));
        write(Map.of("wide.weight", List.of(12, 5)));
        assertThatThrownBy(() -> Weights.load(split, file, Layout.PYTORCH))
                .hasMessageContaining(": layer \"image\" gives 12 the shape 2×2×3, with the channels last");
        Described rows = Described.of(ModelInfo.builder("Rows", Loss.MEAN_SQUARED_ERROR, 4, 3, 1)
                .view("rows", "Reshape", "", 4, 3)
                .layer("step", "Dense", "", 4, 1)
                .parameter("weight", ZEROS, 3, 1));
        write(Map.of("step.weight", List.of(1, 3)));
        Weights.load(rows, file, Layout.PYTORCH);
    }

    @Test
    void aNegativeVarianceIsNeitherSetNorSavedNorLoaded() throws IOException {
        Normalized model = new Normalized(4, 2, 3, 0, 1);
        String before = model.parameters().sha256();
        assertThatThrownBy(() -> model.parameters().layer(1).set("runningVariance", 1, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "runningVariance 1 of layer \"norm\" of Normalized can't be -1.0: a variance is at least 0");
        float[] all = model.parameters().copy();
        all[all.length - 2] = -0.5f;
        assertThatThrownBy(() -> model.parameters().set(all))
                .hasMessage(
                        "runningVariance 0 of layer \"norm\" of Normalized can't be -0.5: a variance is at least 0");
        assertThat(model.parameters().sha256()).isEqualTo(before);
        model.parameters().layer(1).set("runningMean", -1, -1);
        Weights.save(model, file);
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\"norm.runningVariance\"");
        String entry = new String(bytes, at, bytes.length - at, StandardCharsets.ISO_8859_1);
        int offset = Integer.parseInt(entry.replaceAll("(?s).*?data_offsets\":\\[(\\d+).*", "$1"));
        int data =
                8 + (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        byte[] bad = Arrays.copyOf(bytes, bytes.length);
        ByteBuffer.wrap(bad).order(ByteOrder.LITTLE_ENDIAN).putFloat(data + offset + 4, -2);
        Files.write(file, bad);
        assertThatThrownBy(() -> Weights.load(model, file))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage(
                        file + ": tensor \"norm.runningVariance\" holds -2.0 at [1], counted from 0: a variance is at"
                                + " least 0");
        model.parameters().state()[3] = -1;
        assertThatThrownBy(() -> Weights.save(model, file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("runningVariance of layer \"norm\" holds -1.0 at [1]");
    }
}
