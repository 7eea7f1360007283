package dev.longhand.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.Initializer;
import dev.longhand.Loss;
import dev.longhand.initializer.Initialization;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import dev.longhand.model.Parameters;
import dev.longhand.model.Predictor;
import dev.longhand.model.Workspace;
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

    /** A network that has parameters and computes nothing. */
    private record Described(Parameters parameters) implements Model {

        static Described of(ModelInfo.Builder builder) {
            return new Described(Parameters.draw(builder.build(), 1));
        }

        @Override
        public Predictor predictor() {
            return new Predictor(this, info());
        }

        @Override
        public void forward(Workspace ws, int n) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float loss(Workspace ws, int n) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float backward(Workspace ws, int n) {
            throw new UnsupportedOperationException();
        }
    }

    private static float[] count(int size) {
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    /** A file without our metadata, as other libraries write it: each tensor counts from 0. */
    private void write(Map<String, List<Integer>> tensors) throws IOException {
        StringBuilder json = new StringBuilder("{\"__metadata__\":{\"format\":\"pt\"}");
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
    void aSquareMatrixOfUnknownLayoutIsRefusedWithTheCallToWrite() throws IOException {
        Described model = Described.of(rnn());
        Map<String, List<Integer>> tensors = new LinkedHashMap<>();
        tensors.put("memory.weight", List.of(3, 2));
        tensors.put("memory.recurrentWeight", List.of(2, 2));
        tensors.put("memory.bias", List.of(2));
        write(tensors);
        assertThatThrownBy(() -> Weights.load(model, file))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage(
                        file + ": \"memory.recurrentWeight\" is 2×2 in Longhand's layout and in PyTorch's, and nothing"
                                + " says which one it has: write Weights.load(model, file, Layout.PYTORCH) if it was saved as"
                                + " PyTorch has it, or Layout.OWN if it was transposed before");
        Weights.load(model, file, Layout.OWN);
        assertThat(model.parameters().layer(0).get("recurrentWeight")).containsExactly(0, 1, 2, 3);
        assertThatThrownBy(() -> Weights.load(model, file, Layout.PYTORCH))
                .hasMessage(file + ": tensor \"memory.weight\" has shape [3, 2], but in Counter it's [2, 3]");
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
    void matricesThatTheirShapesTellNeedNoLayout() throws IOException {
        Model model = TwoLayers.binary(2, 3, 1);
        Map<String, List<Integer>> tensors = new LinkedHashMap<>();
        tensors.put("hidden.weight", List.of(3, 2));
        tensors.put("hidden.bias", List.of(3));
        tensors.put("output.weight", List.of(1, 3));
        tensors.put("output.bias", List.of(1));
        write(tensors);
        assertThatThrownBy(() -> Weights.load(model, file))
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
    void filtersThatLookTheSameInBothLayoutsAreRefused() throws IOException {
        Described images = Described.of(ModelInfo.builder("Cubes", Loss.MEAN_SQUARED_ERROR, 4, 4, 2)
                .layer("cube", "Conv2d", "", 3, 3, 2)
                .parameter("weight", ZEROS, 2, 2, 2, 2));
        write(Map.of("cube.weight", List.of(2, 2, 2, 2)));
        assertThatThrownBy(() -> Weights.load(images, file)).hasMessageContaining("\"cube.weight\" is 2×2×2×2 in");
        Described sequences = Described.of(ModelInfo.builder("Waves", Loss.MEAN_SQUARED_ERROR, 4, 5)
                .layer("wave", "Conv1d", "", 2, 3)
                .parameter("weight", ZEROS, 3, 5, 3));
        write(Map.of("wave.weight", List.of(3, 5, 3)));
        assertThatThrownBy(() -> Weights.load(sequences, file)).hasMessageContaining("\"wave.weight\" is 3×5×3 in");
        Described words = Described.of(ModelInfo.builder("Words", Loss.MEAN_SQUARED_ERROR, 4)
                .layer("table", "Embedding", "", 4, 3)
                .parameter("weight", ZEROS, 3, 3)
                .layer("one", "Dense", "", 1)
                .parameter("weight", ZEROS, 1, 1));
        write(Map.of("table.weight", List.of(3, 3), "one.weight", List.of(1, 1)));
        Weights.load(words, file);
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
    void flattenedImagesMustBeConvertedBefore() throws IOException {
        Described model = Described.of(ModelInfo.builder("Flat", Loss.MEAN_SQUARED_ERROR, 2, 2, 3)
                .view("flat", "Flatten", "", 12)
                .layer("output", "Dense", "", 1)
                .parameter("weight", ZEROS, 12, 1));
        write(Map.of("output.weight", List.of(1, 12)));
        assertThatThrownBy(() -> Weights.load(model, file, Layout.PYTORCH))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage(file + ": layer \"flat\" flattens 2×2×3 with the channels last, in PyTorch they are first:"
                        + " convert the weights before saving them, and write Weights.load(model, file, Layout.OWN)");
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
