package dev.longhand.importer.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.importer.ImportedNetwork;
import dev.longhand.importer.testing.CompiledNetwork;
import dev.longhand.io.Npz;
import dev.longhand.io.NumberArray;
import dev.longhand.model.Model;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks that PyTorch exported, imported, compiled and compared with what PyTorch computes; models.py and operators.py made them. */
class PyTorchModelsTest {

    private static final float TOLERANCE = 1e-5f;

    @TempDir
    Path folder;

    static Path file(String name) {
        try {
            return Path.of(PyTorchModelsTest.class.getResource("/onnx/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gemm",
                "same_lower",
                "same_upper",
                "average",
                "global_max",
                "instance",
                "half",
                "bfloat16",
                "listed",
                "external",
                "sequences",
                "difference",
                "time_distributed",
                "batch_first",
                "channels_last",
                "old",
                "step",
                "sign"
            })
    void operatorsThatPyTorchDoesNotExportAreRead(String name) throws IOException {
        compare(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dense",
                "dropout",
                "cnn",
                "residual",
                "separable",
                "lstm",
                "gru",
                "rnn",
                "rnn_relu",
                "time_first",
                "words",
                "word_mean",
                "two_inputs",
                "inception",
                "activations",
                "activations_13",
                "normalized",
                "scaled",
                "conv1d",
                "image_to_image",
                "double",
                "pools",
                "both",
                "signs",
                "heads",
                "tagger"
            })
    void importedNetworksComputeWhatPyTorchDoes(String name) throws IOException {
        compare(name);
    }

    private void compare(String name) throws IOException {
        ImportedNetwork network = OnnxFile.read(file(name + ".onnx"));
        Model model = CompiledNetwork.of(network, folder);
        Map<String, NumberArray> stored = Npz.read(file(name + ".npz"));
        NumberArray input = stored.get("input");
        NumberArray output = stored.get("output");
        int samples = input.dimensions()[0];
        assertThat(model.info().input().size()).isEqualTo(input.dimensions()[1]);
        assertThat(model.info().output().size()).isEqualTo(output.dimensions()[1]);
        for (int i = 0; i < samples; i++) {
            float[] predicted = model.predict(row(input, i));
            float[] expected = row(output, i);
            for (int k = 0; k < expected.length; k++) {
                assertThat(predicted[k])
                        .as("%s: output %d of sample %d", name, k, i)
                        .isCloseTo(expected[k], within(TOLERANCE * Math.max(1, Math.abs(expected[k]))));
            }
        }
    }

    private static float[] row(NumberArray array, int index) {
        int size = array.dimensions()[1];
        return Arrays.copyOfRange(array.values(), index * size, (index + 1) * size);
    }
}
