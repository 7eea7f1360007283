package dev.longhand.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.JavaFile;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.longhand.Network;
import dev.longhand.model.Model;
import dev.longhand.processor.NetworkProcessor;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader of docs/tables.md does with its program, and how it runs without FastCSV. */
class TablesTest {

    private static final Path REPOSITORY = Path.of("..", "..");
    private static final Path DATA = REPOSITORY.resolve(
            Path.of("examples", "src", "main", "resources", "dev", "longhand", "examples", "table", "iris.csv"));

    @TempDir
    private Path folder;

    private Page page;

    @BeforeEach
    void compile() throws Exception {
        page = Page.read(REPOSITORY.resolve(Path.of("docs", "tables.md")));
        Path source = Files.writeString(folder.resolve("Flowers.java"), page.block("Example", "java"));
        Files.copy(DATA, folder.resolve("iris.csv"));
        start(
                "javac",
                "-encoding",
                "UTF-8",
                "--release",
                "17",
                // A public class and the network are in one file, which only this warning is about.
                "-Xlint:all,-processing,-auxiliaryclass",
                "-Werror",
                "-cp",
                path(Network.class, Model.class),
                "--processor-path",
                path(NetworkProcessor.class, Network.class, JavaFile.class),
                "-d",
                folder.toString(),
                source.toString());
    }

    @Test
    void theProgramPrintsWhatThePageSays() throws Exception {
        assertThat(run(path(Network.class, Model.class, CsvReader.class)).output())
                .isEqualTo(page.block("Example", "text"));
    }

    @Test
    void withoutFastCsvReadingSaysWhatItNeeds() throws Exception {
        Result result = run(path(Network.class, Model.class));
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.errors())
                .contains(
                        "IllegalStateException: reading CSV needs FastCSV: put de.siegmar:fastcsv on the class path, or"
                                + " let your module require de.siegmar.fastcsv");
    }

    /** What a program did. */
    private record Result(int code, String output, String errors) {}

    private Result run(String classPath) throws IOException, InterruptedException {
        return execute(
                "java",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                folder + File.pathSeparator + classPath,
                "tables.Flowers");
    }

    private void start(String program, String... arguments) throws IOException, InterruptedException {
        Result result = execute(program, arguments);
        assertThat(result.code()).as(result.output() + result.errors()).isZero();
    }

    /** Runs a program of this JDK in the folder. */
    private Result execute(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", program).toString()));
        command.addAll(Arrays.asList(arguments));
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(errors.toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        return new Result(code, output.replace(System.lineSeparator(), "\n"), Files.readString(errors));
    }

    /** The folders or jars that classes were loaded from. */
    private static String path(Class<?>... types) {
        return Arrays.stream(types).map(TablesTest::location).collect(Collectors.joining(File.pathSeparator));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
