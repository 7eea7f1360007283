package dev.longhand.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.model.Model;
import dev.longhand.testing.SafetensorsFile;
import dev.longhand.testing.TwoLayers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorNamesTest {

    @TempDir
    Path folder;

    private final Model model = TwoLayers.classes(3, 3, 2, 1);
    private Path file;
    private Path lines;

    @BeforeEach
    void write() throws IOException {
        lines = folder.resolve("names.txt");
        file = new SafetensorsFile("\"format\":\"pt\"")
                .floats("net.0.weight", 3, 3)
                .floats("net.0.bias", 3)
                .floats("net.2.weight", 2, 3)
                .floats("net.2.bias", 2)
                .write(folder.resolve("state.safetensors"));
    }

    private void load(String text) throws IOException {
        Files.writeString(lines, text);
        Weights.load(model, file, Layout.PYTORCH, TensorNames.read(lines));
    }

    private void assertLoaded() {
        assertThat(model.parameters().layer(0).weights()).containsExactly(0, 3, 6, 1, 4, 7, 2, 5, 8);
        assertThat(model.parameters().layer(0).bias()).containsExactly(0, 1, 2);
        assertThat(model.parameters().layer(1).weights()).containsExactly(0, 3, 1, 4, 2, 5);
        assertThat(model.parameters().layer(1).bias()).containsExactly(0, 1);
    }

    @Test
    void eachTensorMayHaveALine() throws IOException {
        load("""
                # in the file = in the network
                net.0.weight = hidden.weight
                net.0.bias=hidden.bias

                net.2.weight =output.weight
                  net.2.bias = output.bias
                """);
        assertLoaded();
    }

    @Test
    void aLineMayNameAModule() throws IOException {
        load("net.0 = hidden\nnet.2 = output\n");
        assertLoaded();
    }

    @Test
    void namesMayComeFromAMap() throws IOException {
        Weights.load(model, file, Layout.PYTORCH, TensorNames.of(Map.of("net.0", "hidden", "net.2", "output")));
        assertLoaded();
    }

    @Test
    void aTensorsOwnLineGoesBeforeThatOfItsModule() throws IOException {
        file = new SafetensorsFile("")
                .floats("a.x", 3, 3)
                .floats("a.bias", 3)
                .floats("output.weight", 2, 3)
                .floats("output.bias", 2)
                .floats("position_ids", 4)
                .floats("head.old.weight", 5)
                .write(file);
        load("a = hidden\na.x = hidden.weight\nposition_ids =\nhead=");
        assertLoaded();
    }

    @Test
    void namesThatDifferAreRefusedWithALineToWrite() {
        assertThatThrownBy(() -> Weights.load(model, file))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage(file + ": it isn't of the network Example: it lacks \"hidden.bias\", \"hidden.weight\","
                        + " \"output.bias\", \"output.weight\" and it has \"net.0.bias\", \"net.0.weight\","
                        + " \"net.2.bias\", \"net.2.weight\", which the network hasn't: if only the names differ, map"
                        + " them by TensorNames, in lines such as \"net.0.bias = hidden.bias\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "net.0 : hidden            | line 1 is \"net.0 : hidden\", but must be \"name in the file = layer.array\"",
                "= hidden                  | line 1 is \"= hidden\", but must be \"name in the file = layer.array\"",
                "net.0 = hidden;net.0 = output | line 2 says again what \"net.0\" is: delete one line",
                "net.0 = hiden;net.2 = output  | \"net.0.weight\" would be \"hiden.weight\", but the arrays of Example are \"hidden.bias\", \"hidden.weight\", \"output.bias\", \"output.weight\"",
                "net.0 = hidden.weight;net.2 = output  | \"net.0.weight\" would be \"hidden.weight.weight\", but the arrays",
                "net.0 = hidden;net.2 = output;net.3 = third | \"net.3\" is no tensor and no module of",
            })
    void wrongLinesAreRefused(String text, String message) {
        assertThatThrownBy(() -> load(text.replace(';', '\n')))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageStartingWith(lines + ": " + message);
    }

    @Test
    void twoTensorsForOneArrayAreRefused() {
        assertThatThrownBy(() -> load("net.0 = hidden\nnet.2 = hidden"))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageStartingWith(file + ": it isn't of the network Example: it lacks \"output.bias\"");
        assertThatThrownBy(() -> load("net.0 = hidden\nnet.2.weight = output.weight\nnet.2.bias = hidden.bias"))
                .hasMessageContaining("it lacks \"output.bias\"");
    }
}
