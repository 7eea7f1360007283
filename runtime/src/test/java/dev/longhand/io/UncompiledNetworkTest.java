package dev.longhand.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.model.Model;
import dev.longhand.testing.TwoLayers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers of a network that are saved without a model. */
class UncompiledNetworkTest {

    @TempDir
    Path folder;

    private final Model model = TwoLayers.binary(2, 3, 1);

    @Test
    void numbersAreSavedAsThoseOfAModel() throws IOException {
        Weights.save(model, folder.resolve("model"));
        Weights.save(model.info(), model.parameters().copy(), folder.resolve("numbers"), Map.of());
        Model loaded = TwoLayers.binary(2, 3, 2);
        Weights.load(loaded, folder.resolve("numbers"));
        assertThat(loaded.parameters().sha256()).isEqualTo(model.parameters().sha256());
        assertThat(Weights.metadata(folder.resolve("numbers")))
                .containsOnlyKeys("format", "layout", "network", "longhand.checksum");
    }

    @Test
    void anotherNumberOfThemIsRefused() {
        assertThatThrownBy(() -> Weights.save(model.info(), new float[3], folder.resolve("numbers"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but 3 were given");
        assertThat(folder).isEmptyDirectory();
    }
}
