package dev.longhand.benchmarks.bits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with {@code bits.txt}, which is the output of the command {@code bits}. */
@Tag("kernels")
class BitsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void trainingsGiveTheStoredBitsOnAnyNumberOfThreads(int threads) throws IOException {
        List<String> expected = expected();
        assertThat(FixedTrainings.ALL)
                .map(training -> training.digests(threads))
                .containsExactlyElementsOf(expected);
    }

    static List<String> expected() throws IOException {
        try (InputStream file = Objects.requireNonNull(BitsTest.class.getResourceAsStream("bits.txt"))) {
            List<String> lines = new String(file.readAllBytes(), UTF_8).lines().toList();
            return lines.subList(0, lines.size() - 1);
        }
    }
}
