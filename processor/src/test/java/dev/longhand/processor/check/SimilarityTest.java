package dev.longhand.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityTest {

    private static final List<String> NAMES = List.of("hidden1", "hidden2", "output", "a", "ab");

    @ParameterizedTest
    @CsvSource({
        "hiden1, hidden1",
        "hidden3, hidden1",
        "HIDDEN2, hidden2",
        "ouptut, output",
        "outputs, output",
        "b, a",
        "shortcut,",
        "out,"
    })
    void closestNameIsFoundIfItIsClose(String misspelt, String meant) {
        assertThat(Similarity.closest(misspelt, NAMES)).isEqualTo(java.util.Optional.ofNullable(meant));
    }
}
