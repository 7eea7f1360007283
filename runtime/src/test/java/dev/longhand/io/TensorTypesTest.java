package dev.longhand.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.model.Model;
import dev.longhand.testing.SafetensorsFile;
import dev.longhand.testing.TwoLayers;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorTypesTest {

    @TempDir
    Path folder;

    private final Model model = TwoLayers.binary(1, 4, 1);
    private final String before = model.parameters().sha256();
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("state.safetensors");
    }

    private void write(String type, long... hidden) throws IOException {
        new SafetensorsFile("\"format\":\"pt\"")
                .numbers("hidden.weight", type, hidden, 4, 1)
                .floats("hidden.bias", 4)
                .floats("output.weight", 1, 4)
                .floats("output.bias", 1)
                .write(file);
    }

    private float[] hidden() throws IOException {
        Weights.load(model, file);
        return model.parameters().layer(0).weights();
    }

    @Test
    void halvesAreWidenedExactly() throws IOException {
        write("F16", 0x3C00, 0x8001, 0x7BFF, 0x3555);
        assertThat(hidden()).containsExactly(1, -0x1p-24f, 65504, 0x1.554p-2f);
    }

    @Test
    void bfloat16IsWidenedExactly() throws IOException {
        write("BF16", 0x3F80, 0x8001, 0x7F7F, 0xC049);
        assertThat(hidden())
                .containsExactly(1, Float.intBitsToFloat(0x8001_0000), Float.intBitsToFloat(0x7F7F_0000), -0x1.92p+1f);
    }

    @Test
    void doublesAreRoundedToTheNearest() throws IOException {
        double tie = 1 + 0x1p-24;
        write(
                "F64",
                Double.doubleToLongBits(0.1),
                Double.doubleToLongBits(tie),
                Double.doubleToLongBits(Math.nextUp(tie)),
                Double.doubleToLongBits(1e-60));
        assertThat(hidden()).containsExactly(0.1f, 1, 1 + 0x1p-23f, 0);
    }

    @Test
    void doublesAboveTheLargestFloatAreRefused() throws IOException {
        write("F64", 0, 0, Double.doubleToLongBits(-1e39), 0);
        assertThatThrownBy(this::hidden)
                .isInstanceOf(InvalidFileException.class)
                .hasMessage(
                        file + ": tensor \"hidden.weight\" holds -1.0E39 at [2, 0], counted from 0: the largest float"
                                + " is 3.4028235E38");
        assertThat(model.parameters().sha256()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"F16, 0x7C00, Infinity", "BF16, 0x7F80, Infinity", "F64, 0x7FF8000000000000, NaN", "F16, 0x7E00, NaN"})
    void numbersThatAreNotFiniteAreRefused(String type, String bits, String number) throws IOException {
        write(type, 0, Long.decode(bits), 0, 0);
        assertThatThrownBy(this::hidden)
                .hasMessage(file + ": tensor \"hidden.weight\" holds " + number
                        + " at [1, 0], counted from 0: a network can't compute with it");
    }

    @Test
    void integersAreRefused() throws IOException {
        write("I64", 1, 2, 3, 4);
        assertThatThrownBy(this::hidden)
                .hasMessage(
                        file + ": tensor \"hidden.weight\" has type I64, but parameters are read from F32, F16, BF16"
                                + " and F64: convert it before saving");
    }

    @Test
    void countersOfBatchesAreSkippedInPyTorchsLayoutOnly() throws IOException {
        SafetensorsFile counted = new SafetensorsFile("")
                .floats("hidden.weight", 4, 1)
                .floats("hidden.bias", 4)
                .floats("output.weight", 1, 4)
                .floats("output.bias", 1)
                .numbers("hidden.num_batches_tracked", "I64", new long[] {7});
        counted.write(file);
        Weights.load(model, file, Layout.PYTORCH);
        assertThat(model.parameters().layer(0).weights()).containsExactly(0, 1, 2, 3);
        assertThatThrownBy(() -> Weights.load(model, file, Layout.OWN))
                .hasMessageContaining("it has \"hidden.num_batches_tracked\", which the network hasn't");
    }
}
