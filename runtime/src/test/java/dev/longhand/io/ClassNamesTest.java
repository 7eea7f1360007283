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

class ClassNamesTest {

    private static final ClassNames ANSWERS = ClassNames.of("no", "\"yes\"");

    private final Model model = TwoLayers.binary(2, 3, 1);

    @Test
    void theyAreKeptInAWeightsFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("model.safetensors");
        Weights.save(model, file, ANSWERS.metadata());

        assertThat(ClassNames.in(Weights.metadata(file), "model")).contains(ANSWERS);
        assertThat(ClassNames.in(Map.of(), "model")).isEmpty();
    }

    @Test
    void aSingleOutputIsTheProbabilityOfTheSecond() {
        double[] scores = ANSWERS.scores(model.info(), new float[] {0.25f});

        assertThat(scores).containsExactly(0.75, 0.25);
        assertThat(ANSWERS.best(scores)).isZero();
    }

    @Test
    void severalSamplesAreRefused() {
        assertThatThrownBy(() -> ANSWERS.scores(model.info(), new float[] {0.25f, 0.5f}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("one sample of Example has 1 outputs, but 2 were given: classify one sample at a time");
    }

    @Test
    void aScoreThatIsNaNHasNoBestClass() {
        assertThatThrownBy(() -> ANSWERS.best(new double[] {Double.NaN, 0.5}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the network gives NaN for the class \"no\"");
    }

    @Test
    void wrongNamesAreRefused() {
        assertThatThrownBy(() -> ClassNames.of("one"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a network has at least 2 classes, but 1 were named");
        assertThatThrownBy(() -> ClassNames.of("a", "b", "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two classes have the same name: [a, b, a]");
        for (String json : new String[] {"[\"a\",", "[\"a\",\"a\"]", "{}", "[]"}) {
            assertThatThrownBy(() -> ClassNames.in(Map.of(ClassNames.METADATA, json), "file"))
                    .isInstanceOf(InvalidFileException.class)
                    .hasMessageStartingWith("file: the names of its classes can't be read: ");
        }
    }
}
