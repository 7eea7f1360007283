package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Network;
import dev.longhand.model.Model;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated source compiles without warnings in every encoding, module and declaration. */
class GeneratedSourceTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void generatedSourceHasNoWarningsOfCompilersOrOfDoclint(Compiler compiler) throws IOException {
        List<Path> sources = Compilation.files(GoldenTest.GOLDEN, ".java");
        // All that is written, and what is missing where the model's users see it. The goldens' declarations have no
        // comments, and a compiler stops reporting after a hundred warnings.
        List<String> options = compiler == Compiler.JAVAC
                ? List.of("-Xlint:all", "-Xdoclint:all,-missing", "-Xdoclint:missing/protected", "-Xmaxwarns", "9999")
                : List.of();

        for (String style : List.of("auto", "loops", "kernels")) {
            List<String> all = new ArrayList<>(options);
            all.add("-Alonghand.style=" + style);
            assertThat(compiler.compile(sources, folder.resolve(style), all, List.of(new NetworkProcessor())))
                    .filteredOn(said -> said.getSource() == null
                            || said.getSource().getName().contains("Model.java"))
                    .filteredOn(
                            said -> said.getKind() != Diagnostic.Kind.NOTE && said.getKind() != Diagnostic.Kind.OTHER)
                    .extracting(said -> said.getKind() + " " + said.getSource() + ":" + said.getLineNumber() + " "
                            + said.getMessage(Locale.ROOT))
                    .isEmpty();
        }
    }

    @Test
    void aModuleThatDoesNotReadTheAnnotationOfGeneratedSourceCompiles() throws IOException {
        Path module = Files.writeString(
                folder.resolve("module-info.java"), "module app { requires dev.longhand.runtime; }\n");
        Path source = Files.writeString(
                folder.resolve("Right.java"), "package app;\n" + Declarations.HEAD + Declarations.RIGHT.formatted(""));
        List<String> options = List.of(
                "--module-path",
                Compiler.classPath(Network.class, Model.class, NullMarked.class),
                "--add-modules",
                "java.compiler");

        assertThat(Declarations.errors(Compiler.JAVAC.compile(
                        List.of(module, source), folder, options, List.of(new NetworkProcessor()))))
                .isEmpty();

        assertThat(folder.resolve("classes/app/RightModel.class")).exists();
        assertThat(folder.resolve("sources/app/RightModel.java"))
                .content()
                .contains("@LonghandGenerated")
                .doesNotContain("@Generated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-ASCII", "ISO-8859-1", "UTF-8", "UTF-16"})
    void generatedSourceMeansTheSameInEveryEncoding(String encoding) throws IOException {
        Path source = Files.writeString(
                folder.resolve("Right.java"),
                Declarations.HEAD
                        + Declarations.RIGHT
                                .formatted("")
                                .replace("units = 1", "units = 1, activation = Activation.SIGMOID"),
                Charset.forName(encoding));
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(said, Locale.ROOT, null)) {
            JavaCompiler.CompilationTask task = javac.getTask(
                    null,
                    files,
                    said,
                    List.of(
                            "-encoding",
                            encoding,
                            "-classpath",
                            Compiler.classPath(Network.class, Model.class, NullMarked.class),
                            "-d",
                            folder.toString()),
                    null,
                    files.getJavaFileObjects(source));
            task.setProcessors(List.of(new NetworkProcessor()));
            task.call();
        }

        boolean isWhole = encoding.startsWith("UTF");
        assertThat(said.getDiagnostics()).hasSize(isWhole ? 0 : 1);
        assertThat(said.getDiagnostics())
                .allSatisfy(note -> assertThat(note.getMessage(Locale.ROOT))
                        .contains("the source encoding lacks", "U+03C3", "-encoding UTF-8"));
        assertThat(Files.readString(folder.resolve("RightModel.java"), Charset.forName(encoding)))
                .doesNotContain("?")
                .contains(isWhole ? "a = σ(x·W + b)" : "a = sigma(x");
        assertThat(Files.readString(folder.resolve("RightModel.class"), StandardCharsets.ISO_8859_1))
                .contains(new String("a = σ(x·W + b)".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        assertThat(Compilation.files(folder, ".tmp")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void modelsOfDeclarationsWithTypesOfLonghandsNamesCompile(Compiler compiler) throws IOException {
        String types = "interface ModelInfo { interface Builder {} } interface Model {} interface Parameters {}"
                + " interface LonghandGenerated {} interface Workspace {} interface SuppressFBWarnings {}";
        Path source = source("Right", Declarations.RIGHT.formatted("").replace("@Dense", types + "\n@Dense"));

        assertThat(Declarations.errors(
                        compiler.compile(List.of(source), folder, List.of(), List.of(new NetworkProcessor()))))
                .isEmpty();
    }

    /** Only in javac: ecj doesn't warn of what is deprecated in the same package. */
    @Test
    void deprecatedDeclarationsHaveModelsWithoutWarnings() throws IOException {
        Path source = source(
                "Right",
                "@Deprecated(forRemoval = true)\n"
                        + Declarations.RIGHT.formatted("").replace("@Dense", "@Deprecated @Dense"));
        Path other = source(
                "Other",
                Declarations.RIGHT
                        .formatted("")
                        .replace("Right", "Other")
                        .replace("@Dense", "@Deprecated(forRemoval = true) @Dense"));
        List<String> options = List.of("-Xlint:all", "-Werror");

        assertThat(Compiler.JAVAC.compile(List.of(source, other), folder, options, List.of(new NetworkProcessor())))
                .isEmpty();
    }

    private Path source(String name, String text) throws IOException {
        return Declarations.write(folder, name, text);
    }
}
