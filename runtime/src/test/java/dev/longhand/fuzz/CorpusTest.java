package dev.longhand.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reads again what the fuzzer was given first, and what it found. */
class CorpusTest {

    private static final Path CORPUS = Path.of("src/test/resources/dev/longhand/fuzz/ReaderFuzzTestInputs");

    @ParameterizedTest
    @EnumSource
    @Timeout(60)
    void everyFileOfTheCorpusIsReadOrRefused(FuzzedReader reader) throws IOException {
        String[] words = reader.name().toLowerCase(Locale.ROOT).split("_");
        String folder = words.length == 1
                ? words[0]
                : words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
        List<Path> files;
        try (Stream<Path> found = Files.list(CORPUS.resolve(folder))) {
            files = found.sorted().toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            reader.read(Files.readAllBytes(file));
        }
    }
}
