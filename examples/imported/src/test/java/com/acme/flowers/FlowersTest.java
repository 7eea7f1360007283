package com.acme.flowers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.importer.WrittenFiles;
import dev.longhand.importer.onnx.OnnxFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The imported network, compared with PyTorch and with the file that it was imported from. */
class FlowersTest {

    private static final Path MAIN = Path.of("src", "main");
    private static final Path RESOURCES = Path.of("src", "test", "resources");

    /** The flowers that PyTorch didn't train on: four lengths, and the probabilities that it computed. */
    private static List<float[]> flowers() throws IOException {
        return Files.readAllLines(RESOURCES.resolve("flowers.csv")).stream()
                .skip(1)
                .map(FlowersTest::numbers)
                .toList();
    }

    private static float[] numbers(String line) {
        String[] cells = line.split(",", -1);
        float[] numbers = new float[cells.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Float.parseFloat(cells[i]);
        }
        return numbers;
    }

    @Test
    void theNetworkPredictsWhatPyTorchDid() throws IOException {
        List<float[]> flowers = flowers();
        assertThat(flowers).hasSize(15);
        for (float[] flower : flowers) {
            float[] probabilities =
                    FlowersModel.pretrained().predict(new float[] {flower[0], flower[1], flower[2], flower[3]});
            assertThat(probabilities).hasSize(3);
            for (int i = 0; i < 3; i++) {
                assertThat(probabilities[i]).isCloseTo(flower[4 + i], within(1e-5f));
            }
        }
    }

    @Test
    void importingTheFileAgainWritesTheSameDeclarationAndWeights(@TempDir Path folder) throws IOException {
        WrittenFiles written = OnnxFile.read(RESOURCES.resolve("flowers.onnx"))
                .named("Flowers")
                .writeTo(folder, "com.acme.flowers");

        Path declaration = Path.of("java", "com", "acme", "flowers", "Flowers.java");
        Path weights = Path.of("resources", "com", "acme", "flowers", "flowers.safetensors");
        assertThat(written).isEqualTo(new WrittenFiles(folder.resolve(declaration), folder.resolve(weights)));
        assertThat(written.declaration()).hasSameTextualContentAs(MAIN.resolve(declaration));
        assertThat(written.weights()).hasSameBinaryContentAs(MAIN.resolve(weights));
    }

    @Test
    void theProgramNamesTheSpecies() {
        PrintStream console = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            NameFlower.main(new String[] {"6.0", "2.2", "5.0", "1.5"});
        } finally {
            System.setOut(console);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("virginica, probability 0.6638");
    }

    @Test
    void aFlowerOfThreeLengthsIsRefused() {
        assertThatThrownBy(() -> NameFlower.main(new String[] {"5.1", "3.5", "1.4"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A flower has four lengths, sepal length, sepal width, petal length and petal width,"
                        + " but there are 3");
    }
}
