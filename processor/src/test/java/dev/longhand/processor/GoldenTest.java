package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The generated source of a few networks, compared as text with the files beside their declarations.
 * After a change of what is printed, this rewrites them, to be read in the diff:
 *
 * <pre>
 * mvn -pl processor -am test -Dtest=GoldenTest -Dlonghand.golden.rewrite=true -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class GoldenTest {

    static final Path GOLDEN = Path.of("src/test/resources/golden");

    private static final List<String> NETWORKS = networks();

    /** The declarations among the goldens. */
    private static List<String> networks() {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void sourcesAreThoseOfTheGoldenFiles(@TempDir Path directory) {
        SortedMap<String, String> sources = compile(Compiler.JAVAC, directory, NETWORKS);
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path golden = GOLDEN.resolve(Path.of(source.getKey()).getFileName() + ".txt");
            if (Boolean.getBoolean("longhand.golden.rewrite")) {
                write(golden, source.getValue());
            }
            assertThat(source.getValue()).isEqualTo(read(golden));
        }
        assertThat(sources).hasSameSizeAs(Compilation.files(GOLDEN, ".java.txt"));
        assertThat(sources)
                .containsKeys(NETWORKS.stream()
                        .map(network -> "golden/" + network + "Model.java")
                        .toArray(String[]::new));
    }

    @Test
    void sourcesAreTheSameOnEveryRunInAnyOrderAndFromEveryCompiler(@TempDir Path directory) {
        List<String> backwards = new ArrayList<>(NETWORKS);
        Collections.reverse(backwards);
        SortedMap<String, String> sources = compile(Compiler.JAVAC, directory.resolve("1"), NETWORKS);
        assertThat(compile(Compiler.JAVAC, directory.resolve("2"), NETWORKS)).isEqualTo(sources);
        assertThat(compile(Compiler.JAVAC, directory.resolve("3"), backwards)).isEqualTo(sources);
        assertThat(compile(Compiler.ECJ, directory.resolve("4"), NETWORKS)).isEqualTo(sources);
        assertThat(compile(Compiler.ECJ, directory.resolve("5"), backwards)).isEqualTo(sources);
    }

    private static SortedMap<String, String> compile(Compiler compiler, Path directory, List<String> networks) {
        Map<String, String> declarations = new LinkedHashMap<>();
        networks.forEach(name -> declarations.put("golden." + name, read(GOLDEN.resolve(name + ".java"))));
        return Compilation.of(compiler, directory, declarations).sources();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
