package dev.longhand.importer.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.longhand.Loss;
import dev.longhand.importer.ImportedNetwork;
import dev.longhand.importer.ImportedOutput;
import dev.longhand.importer.RefusedException;
import dev.longhand.importer.testing.CompiledNetwork;
import dev.longhand.io.InvalidFileException;
import dev.longhand.model.Lengths;
import dev.longhand.model.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that Keras wrote, by the script {@code models.py} beside them, and files in the formats of earlier versions as they are
 * documented, which {@code make_keras.py} wrote without Keras.
 */
class KerasFileTest {

    private static final Path FILES = Path.of("src/test/resources/keras");
    private static final double TOLERANCE = 1e-5;
    private static final String MULTIPLE =
            "it's a multiple of a hard sigmoid of multiplied and shifted numbers, which only the weights of a dense layer, a"
                    + " convolution or a batch norm before it could do, if no other layer reads that";

    @TempDir
    Path folder;

    private static float[] floats(JsonArray numbers) {
        float[] floats = new float[numbers.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = numbers.get(i).getAsFloat();
        }
        return floats;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "perceptron.h5",
                "images.keras",
                "flat_image.keras",
                "branches.keras",
                "words.keras",
                "steps.h5",
                "two_inputs.h5"
            })
    void filesInTheFormatAreRead(String file) throws IOException {
        compare(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two_heads.keras",
                "named_heads.h5",
                "mobile.keras",
                "functions.keras",
                "pictures.keras",
                "sequences.keras",
                "unread_mask.keras"
            })
    void importedNetworksComputeWhatKerasDoes(String file) throws IOException {
        compare(file);
    }

    /** Lengths of sequences mask here the steps that Keras masks where they are 0, which the file's are at their end. */
    @ParameterizedTest
    @CsvSource({"masked_words.keras, 6 4 1 5", "masked_steps.h5, 5 2 3"})
    void masksBecomeLengthsOfSequences(String file, String lengths) throws IOException {
        String[] numbers = lengths.split(" ");
        compare(file, (model, x, i) -> model.predict(x, Lengths.paddedRight(Integer.parseInt(numbers[i]))));
    }

    /** What a model predicts for a sample. */
    private interface Prediction {
        float[] of(Model model, float[] x, int sample);
    }

    private void compare(String file) throws IOException {
        compare(file, (model, x, i) -> model.predict(x));
    }

    private void compare(String file, Prediction prediction) throws IOException {
        Model model = CompiledNetwork.of(KerasFile.read(FILES.resolve(file)), folder);
        JsonObject expected = JsonParser.parseString(Files.readString(FILES.resolve(file.replaceAll("\\..*", ".json"))))
                .getAsJsonObject();
        JsonArray inputs = expected.getAsJsonArray("inputs");
        for (int i = 0; i < inputs.size(); i++) {
            float[] output = prediction.of(model, floats(inputs.get(i).getAsJsonArray()), i);
            float[] right = floats(expected.getAsJsonArray("outputs").get(i).getAsJsonArray());
            assertThat(output).hasSameSizeAs(right);
            for (int k = 0; k < output.length; k++) {
                assertThat((double) output[k]).as(Arrays.toString(output)).isCloseTo(right[k], offset());
            }
        }
    }

    private static Offset<Double> offset() {
        return within(TOLERANCE);
    }

    @Test
    void aDeclarationIsWhatAPersonWouldWrite() throws IOException {
        KerasFile.read(FILES.resolve("images.keras")).named("Pictures").writeTo(folder, "com.acme");
        assertThat(folder.resolve("java/com/acme/Pictures.java")).content().contains("""
                @Network(input = {7, 6, 2}, loss = Loss.CROSS_ENTROPY)
                public interface Pictures {
                """);
    }

    @Test
    void severalOutputsAreDeclaredInTheOrderOfTheModel() throws IOException {
        ImportedNetwork network = KerasFile.read(FILES.resolve("two_heads.keras"));
        assertThat(network.outputs())
                .containsExactly(
                        new ImportedOutput("kind", Loss.CROSS_ENTROPY),
                        new ImportedOutput("angle", Loss.MEAN_SQUARED_ERROR));
        assertThat(KerasFile.read(FILES.resolve("named_heads.h5")).outputs())
                .containsExactly(
                        new ImportedOutput("gate", Loss.MEAN_SQUARED_ERROR),
                        new ImportedOutput("score", Loss.BINARY_CROSS_ENTROPY));
    }

    @Test
    void everyLayerInTheWayIsListed() {
        assertThatThrownBy(() -> KerasFile.read(FILES.resolve("refused.keras")))
                .isInstanceOf(RefusedException.class)
                .hasMessage(FILES.resolve("refused.keras")
                        + " isn't imported, because 5 of its nodes can't be declared as layers:"
                        + "\n  Rescaling \"rescaling\": it scales the data: scale samples before they are predicted, and"
                        + " save the model without it"
                        + "\n  Resizing \"resizing\": Longhand has no such layer"
                        + "\n  ReLU \"re_lu\": " + MULTIPLE
                        + "\n  AveragePooling2D \"average_pooling2d\": its padding \"same\" isn't counted in the mean, but"
                        + " Longhand counts it as 0"
                        + "\n  Lambda \"lambda\": Longhand has no such layer");
    }

    @Test
    void functionsAndMasksThatNoLayerHasAreRefused() {
        assertRefused(
                "refused_functions.keras",
                "ReLU \"shared\": " + MULTIPLE,
                "ReLU \"sloped\": its max_value is 6.0 and its negative_slope 0.1, but a ReLU with a bound is expressible"
                        + " without a slope only",
                "Activation \"softsign\": Longhand has no activation \"softsign\"",
                "BatchNormalization \"norm\": it reads \"d\", which is 1.050701 times what layers here compute, but only a"
                        + " dense layer or a convolution could multiply that",
                "Dense \"end\": it's an output, but 6.0 times what layers here compute, which only a dense layer or a"
                        + " convolution after it could multiply");
        assertRefused(
                "refused_masks.keras",
                "GlobalAveragePooling1D \"mean\": it's the mean over the steps that aren't masked, which no layer computes",
                "Flatten \"flat\": it mixes steps of which some are masked");
    }

    private static void assertRefused(String file, String... lines) {
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> KerasFile.read(FILES.resolve(file)));
        assertThat(refused.lines()).containsExactly(lines);
    }

    @Test
    void aModelInTwoFilesIsMatchedInOrder() throws IOException {
        assertThatThrownBy(() -> KerasFile.read(FILES.resolve("apart.h5")))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage(FILES.resolve("apart.h5") + ": it has weights only: save the model itself by model.save, or"
                        + " give the JSON of model.to_json too");
        ImportedNetwork network = KerasFile.read(FILES.resolve("apart.json"), FILES.resolve("apart.h5"));
        Model model = CompiledNetwork.of(network, folder);
        assertThat(model.info().parameterCount()).isEqualTo(3 * 4 + 4 + 4 * 2 + 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "perceptron.json | it doesn't begin as an HDF5 file",
                "make_keras.py   | it doesn't begin as an HDF5 file",
            })
    void otherFilesAreRefused(String file, String message) {
        assertThatThrownBy(() -> KerasFile.read(FILES.resolve(file)))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageStartingWith(FILES.resolve(file) + ": " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"perceptron.h5", "words.keras"})
    void damagedFilesAreRefused(String file) throws IOException {
        byte[] whole = Files.readAllBytes(FILES.resolve(file));
        Path damaged = folder.resolve(file);
        for (int length = 0; length < whole.length; length += whole.length / 50) {
            Files.write(damaged, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> KerasFile.read(damaged))
                    .as("%d bytes", length)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(damaged.toString());
        }
    }

    @Test
    void anyWrongByteGivesAModelOrOneClearException() throws IOException {
        byte[] whole = Files.readAllBytes(FILES.resolve("perceptron.h5"));
        Path damaged = folder.resolve("damaged.h5");
        int count = 150;
        for (int i = 0; i < count; i++) {
            byte[] bytes = whole.clone();
            bytes[(int) ((long) i * whole.length / count)] ^= (byte) (1 << i % 8);
            Files.write(damaged, bytes);
            try {
                KerasFile.read(damaged);
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("damaged.h5");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Conv2D, conv2d",
        "BatchNormalization, batch_normalization",
        "SimpleRNN, simple_rnn",
        "LSTM, lstm",
        "ReLU, re_lu",
        "LeakyReLU, leaky_re_lu",
        "DepthwiseConv2D, depthwise_conv2d"
    })
    void pathsHaveKerasNamesOfClasses(String className, String path) {
        assertThat(KerasArrays.snakeCase(className)).isEqualTo(path);
    }
}
