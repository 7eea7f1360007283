package dev.longhand.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.Activation;
import dev.longhand.Initializer;
import dev.longhand.Loss;
import dev.longhand.initializer.Initialization;
import dev.longhand.model.Model;
import dev.longhand.model.ModelInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What loading finds of a declaration that has changed. */
class DeclarationTest {

    private static final Initialization RANDOM = Initialization.of(Initializer.GLOROT_UNIFORM, 1, 2, 2);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("model.safetensors");
    }

    private static Model network(Activation activation) {
        return Described.of(ModelInfo.builder("Net", Loss.MEAN_SQUARED_ERROR, 2)
                .layer("hidden", "Dense", "", 2)
                .activation(activation)
                .parameter("weight", RANDOM, 2, 2));
    }

    @Test
    void anotherDeclarationIsRefused() throws IOException {
        Weights.save(network(Activation.TANH), file);
        Model other = network(Activation.RELU);
        other.parameters().layer(0).setWeights(1, 2, 3, 4);
        String before = other.parameters().sha256();
        assertThatThrownBy(() -> Weights.load(other, file))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage(file
                        + ": it isn't of Net as it's declared now: \"hidden\" is declared with \"activation RELU\","
                        + " but the file was saved with \"activation TANH\"; declare it as it was when the network was"
                        + " trained, or train it again");
        assertThatThrownBy(() -> Weights.load(other, file, Layout.OWN)).hasMessageContaining("activation TANH");
        assertThat(other.parameters().sha256()).isEqualTo(before);
    }

    @Test
    void itIsNotComparedWhereNamesSayThatTheFileIsOfAnotherNetwork() throws IOException {
        Model saved = network(Activation.TANH);
        Weights.save(saved, file);
        Model other = Described.of(ModelInfo.builder("Other", Loss.MEAN_SQUARED_ERROR, 2)
                .layer("row", "Dense", "", 2)
                .parameter("weight", RANDOM, 2, 2));
        Weights.load(other, file, Layout.OWN, TensorNames.of(Map.of("hidden", "row")));
        assertThat(other.parameters().copy()).containsExactly(saved.parameters().copy());
    }

    @Test
    void damageIsReportedBeforeADifference() throws IOException {
        Weights.save(network(Activation.TANH), file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> Weights.load(network(Activation.RELU), file)).hasMessageContaining("it's damaged");
    }

    @Test
    void theLongestTextsAreSavedBesideALongDeclaration() throws IOException {
        ModelInfo.Builder builder = ModelInfo.builder("Long", Loss.MEAN_SQUARED_ERROR, 2);
        for (int i = 0; i < 2_000; i++) {
            builder.layer("α".repeat(100) + i, "Activate", "", 2).activation(Activation.GELU);
        }
        Model model = Described.of(builder.layer("hidden", "Dense", "", 2).parameter("weight", RANDOM, 2, 2));
        Weights.save(model, file, Map.of("long", "x".repeat(983_000)));
        assertThat(Weights.metadata(file).get("longhand.declaration")).hasSizeGreaterThan(400_000);
        model.parameters().layer(0);
        String before = model.parameters().sha256();
        Weights.load(model, file);
        try (InputStream in = Files.newInputStream(file)) {
            Weights.load(model, in, "stream");
        }
        assertThat(model.parameters().sha256()).isEqualTo(before);
    }
}
