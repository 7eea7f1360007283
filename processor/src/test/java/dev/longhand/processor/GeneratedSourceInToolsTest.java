package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Network;
import dev.longhand.Style;
import dev.longhand.model.Model;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.data.ExecutionDataStore;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What tools that users run on all of their source say about the goldens' models: nothing. In every style but AUTO, which
 * writes each layer as one of the others does.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedSourceInToolsTest {

    /** What Error Prone needs of the compiler that it runs in. */
    private static final List<String> INTERNALS =
            List.of("api", "code", "comp", "file", "main", "model", "parser", "processing", "tree", "util");

    private static final List<Style> STYLES = List.of(Style.UNROLLED, Style.LOOPS, Style.KERNELS);

    private Path folder = Path.of("");
    private int models;

    /** Compiles the goldens once for each style, in a package named like it. */
    @BeforeAll
    void compile(@TempDir Path directory) {
        folder = directory;
        Map<String, String> declarations = new LinkedHashMap<>();
        for (Style style : STYLES) {
            String name = style.name().toLowerCase(Locale.ROOT);
            Map<String, String> ofStyle = new LinkedHashMap<>();
            for (Path golden : Compilation.files(GoldenTest.GOLDEN, ".java")) {
                String type = golden.getFileName().toString().replace(".java", "");
                ofStyle.put(name + "." + type, read(golden).replace("package golden;", "package " + name + ";"));
            }
            Compilation.of(Compiler.JAVAC, folder.resolve(name), ofStyle, Compilation.option(style));
            declarations.putAll(ofStyle);
        }
        models = declarations.size();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void errorProneHasNoWarning() throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        INTERNALS.forEach(
                name -> command.add("-J--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED"));
        Stream.of("code", "comp")
                .forEach(
                        name -> command.add("-J--add-opens=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED"));
        command.addAll(List.of("-encoding", "UTF-8", "-XDcompilePolicy=simple", "--should-stop=ifError=FLOW"));
        command.addAll(List.of("-proc:none", "-Xplugin:ErrorProne", "-Xmaxwarns", "1000"));
        command.addAll(List.of("-processorpath", System.getProperty("java.class.path")));
        command.addAll(List.of("-d", folder.resolve("checked").toString(), "-classpath"));
        String declared = STYLES.stream()
                .map(style -> folder.resolve(style.name().toLowerCase(Locale.ROOT))
                        .resolve(Path.of("output", "classes"))
                        .toString())
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
        command.add(Compiler.classPath(Network.class, Model.class, NullMarked.class) + File.pathSeparator + declared);
        List<Path> sources = Compilation.files(folder, "Model.java");
        sources.forEach(source -> command.add(source.toString()));
        // An error that it must report, of arrays compared by equals, shows that it runs.
        Path wrong = folder.resolve("Wrong.java");
        Files.writeString(wrong, "class Wrong { boolean same(int[] a, int[] b) { return a.equals(b); } }\n");
        command.add(wrong.toString());

        Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(sources).hasSize(models);
        assertThat(said).contains("Wrong.java:1: error: [ArrayEquals]");
        assertThat(said.lines().filter(line -> line.contains("Model.java"))).isEmpty();
    }

    @Test
    void jacocoLeavesModelsOut() throws IOException {
        List<String> covered = new ArrayList<>();
        Analyzer analyzer = new Analyzer(new ExecutionDataStore(), coverage -> {
            if (coverage.containsCode()) {
                covered.add(coverage.getName());
            }
        });
        List<Path> classes = Compilation.files(folder, "Model.class");
        for (Path file : classes) {
            analyzer.analyzeClass(Files.readAllBytes(file), file.toString());
        }
        // A class without the annotation, which it counts, shows that it runs.
        analyzer.analyzeClass(bytes(GeneratedSourceInToolsTest.class), "this");

        assertThat(classes).hasSize(models);
        assertThat(covered)
                .containsExactly(GeneratedSourceInToolsTest.class.getName().replace('.', '/'));
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (var in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return in.readAllBytes();
        }
    }
}
