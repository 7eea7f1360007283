package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.model.Model;
import dev.longhand.processor.interpreter.Declaration;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lecture notes' seven inputs and three units: connected to all inputs, to three inputs each with weights of
 * their own, and to three inputs each with the same weights, which is a convolution of stride 2.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedWeightsTest {

    private Compilation compilation;

    @BeforeAll
    void compile(@TempDir Path directory) {
        Map<String, String> sources = new LinkedHashMap<>();
        declare(sources, "Global", "7", "@Dense(units = 3, useBias = false)");
        // The three inputs of each unit lie side by side, as the channels of a group.
        declare(sources, "Local", "{1, 1, 9}", "@Conv2d(filters = 3, kernel = 1, groups = 3, useBias = false)");
        declare(sources, "Shared", "{1, 7, 1}", """
                @Conv2d(filters = 1, kernel = {1, 3}, stride = {1, 2}, useBias = false)""");
        declare(sources, "Notes", "{5, 5, 1}", """
                @Conv2d(filters = 1, kernel = 3, weights = {1, 0, 1, 0, 1, 0, 1, 0, 1})""");
        compilation = Compilation.of(Compiler.JAVAC, directory, sources);
    }

    private static void declare(Map<String, String> sources, String name, String input, String layer) {
        sources.put("nets." + name, Declaration.head("nets") + """
                @Network(input = %s, loss = Loss.MEAN_SQUARED_ERROR)
                public interface %s {
                    %s
                    Layer units();
                }
                """.formatted(input, name, layer));
    }

    private Model model(String name) {
        return compilation.model("nets." + name + "Model");
    }

    @Test
    void localConnectionsNeedFewerWeightsAndSharedOnesFewerStill() {
        assertThat(model("Global").info().parameterCount()).isEqualTo(21);
        assertThat(model("Local").info().parameterCount()).isEqualTo(9);
        assertThat(model("Shared").info().parameterCount()).isEqualTo(3);
    }

    @Test
    void sharedWeightsGiveWhatLocalOnesGiveThatAreEqual() {
        Model shared = model("Shared");
        Model local = model("Local");
        shared.parameters().layer(0).setWeights(2, -1, 0.5f);
        // [1][1][inputs of a group][units]
        local.parameters().layer(0).setWeights(2, 2, 2, -1, -1, -1, 0.5f, 0.5f, 0.5f);
        float[] x = {1, 2, 3, 4, 5, 6, 7};
        float[] pieces = {1, 2, 3, 3, 4, 5, 5, 6, 7};
        assertThat(shared.predict(x)).containsExactly(1.5f, 4.5f, 7.5f);
        assertThat(local.predict(pieces)).containsExactly(1.5f, 4.5f, 7.5f);
    }

    @Test
    void kernelOnTheNotesImageFirstGives4() {
        float[] image = {
            1, 1, 1, 0, 0,
            0, 1, 1, 1, 0,
            0, 0, 1, 1, 1,
            0, 0, 1, 1, 0,
            0, 1, 1, 0, 0
        };
        assertThat(model("Notes").predict(image)).containsExactly(4, 3, 4, 2, 4, 3, 2, 3, 4);
    }
}
