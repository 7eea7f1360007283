package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Network;
import dev.longhand.model.Model;
import dev.longhand.processor.check.ResolvedNetwork;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
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

/** How the processor behaves in a build. */
class NetworkProcessorTest {

    private static final String HEAD = """
            import dev.longhand.*;
            import dev.longhand.layer.*;

            """;
    private static final String RIGHT = """
            @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
            interface Right %s {
                @Dense(units = 1) Layer output();
            }
            """;
    private static final String WRONG = """
            @Network(input = 2, loss = Loss.MEAN_SQUARED_ERROR)
            interface Wrong {
                @Dense(units = 0) Layer output();
            }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aWrongNetworkEmitsNoModelAndARightOneBesideItDoes(Compiler compiler) throws IOException {
        Path source = source("Networks", RIGHT.formatted("") + WRONG);

        assertThat(errors(compiler.compile(List.of(source), folder, List.of(), List.of(new NetworkProcessor()))))
                .containsExactly("units of \"output\" must be at least 1, not 0");

        assertThat(folder.resolve("sources/RightModel.java")).exists();
        assertThat(folder.resolve("sources/WrongModel.java")).content().contains("abstract class WrongModel");
    }

    @ParameterizedTest
    @EnumSource
    void theErrorInANetworkIsTheOnlyOneWhereItsModelIsNamed(Compiler compiler) throws IOException {
        Path uses = Files.writeString(folder.resolve("Uses.java"), """
                import static java.util.Objects.hash;
                class Uses {
                    WrongModel field = WrongModel.create(42);
                    WrongModel get(WrongModel given) {
                        given.output();
                        given.predict(1, 2);
                        return WrongModel.create(hash(given.parameters()));
                    }
                }
                """);
        Path source = source("Wrong", WRONG);

        assertThat(errors(compiler.compile(List.of(uses, source), folder, List.of(), List.of(new NetworkProcessor()))))
                .containsExactly("units of \"output\" must be at least 1, not 0");
    }

    @ParameterizedTest
    @EnumSource
    void aDeclarationWaitsForATypeThatAnotherProcessorWrites(Compiler compiler) throws IOException {
        Path source = source("Right", RIGHT.formatted("extends Written"));

        assertThat(errors(compiler.compile(
                        List.of(source), folder, List.of(), List.of(new NetworkProcessor(), new WritingProcessor()))))
                .isEmpty();

        assertThat(folder.resolve("classes/RightModel.class")).exists();
    }

    @ParameterizedTest
    @EnumSource
    void aDeclarationWaitsForConstantsThatAnotherProcessorWrites(Compiler compiler) throws IOException {
        List<String> declarations = List.of(
                "@Network(input = Written.N, loss = Loss.HUBER) interface Right { @Dense(units = 3) Layer output(); }",
                "@Network(input = {Written.N, 4}, loss = Loss.HUBER) interface Right { @Dense(units = 3) Layer o(); }",
                "@Network(input = 3, loss = Loss.HUBER, delta = Written.N) interface Right {"
                        + " @Dense(units = 3) Layer output(); }",
                "@Network(input = 3, loss = Loss.HUBER) interface Right { @Dense(units = Written.N) Layer output(); }",
                "@Network(input = 3, loss = Loss.HUBER) interface Right {"
                        + " @Dense(units = 3, useBias = Written.YES) Layer output(); }",
                "@Network(input = 3, loss = Loss.HUBER) interface Right {"
                        + " @Dense(units = 3, bias = {0, Written.N, 0}) Layer output(); }",
                "@Network(input = 3, loss = Loss.HUBER) interface Right {"
                        + " @Dense(units = 3) Layer a(); @From(Written.A) @Dense(units = 3) Layer output(); }",
                "@Network(input = 3, loss = Loss.HUBER) interface Right { @Dense(units = 3) Layer a();"
                        + " @Dense(units = 3) Layer b(); @From({\"b\", Written.A}) @Add Layer output(); }",
                "@Network(loss = Loss.HUBER) interface Right { @Input(Written.N) Layer a();"
                        + " @Dense(units = 3) Layer output(); }");
        for (int i = 0; i < declarations.size(); i++) {
            Path source = source("Right", declarations.get(i) + "\n");
            Path output = folder.resolve("output" + i);

            assertThat(errors(compiler.compile(
                            List.of(source),
                            output,
                            List.of(),
                            List.of(new NetworkProcessor(), new WritingProcessor()))))
                    .as(declarations.get(i))
                    .isEmpty();

            assertThat(output.resolve("classes/RightModel.class"))
                    .as(declarations.get(i))
                    .exists();
        }
    }

    /** Only in javac: ecj's filer refuses to write a class again that it finds on the class path. */
    @Test
    void aModelOfAnEarlierBuildIsNoClash() throws IOException {
        Path source = source("Right", RIGHT.formatted(""));
        String classPath = Compiler.classPath(Network.class, Model.class, NullMarked.class);
        List<String> options = List.of("-classpath", classPath + File.pathSeparator + folder.resolve("classes"));

        for (int build = 0; build < 2; build++) {
            assertThat(errors(
                            Compiler.JAVAC.compile(List.of(source), folder, options, List.of(new NetworkProcessor()))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoDeclarationsCanNotShareAModel(Compiler compiler) throws IOException {
        Path source = source(
                "Outer",
                "class Outer {\n" + RIGHT.formatted("") + "}\n"
                        + RIGHT.formatted("").replace("Right", "Outer_Right"));

        assertThat(errors(compiler.process(List.of(source), List.of(), List.of(new RecordingProcessor()))))
                .hasSize(1)
                .first()
                .asString()
                .endsWith("would be called \"Outer_RightModel\", but a type of that name already exists; rename one");
    }

    @ParameterizedTest
    @EnumSource
    void theReportShowsTheTableOfLayers(Compiler compiler) throws IOException {
        Path source = source("Right", RIGHT.formatted(""));

        List<Diagnostic<? extends JavaFileObject>> said = compiler.compile(
                List.of(source), folder, List.of("-Alonghand.report=true"), List.of(new NetworkProcessor()));

        assertThat(said)
                .anySatisfy(diagnostic -> assertThat(diagnostic.getMessage(Locale.ROOT))
                        .contains("RightModel", "a = x·W + b", "2 → 1", "3 in all"));
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheOptionThereIsNoReport(Compiler compiler) throws IOException {
        Path source = source("Right", RIGHT.formatted(""));

        assertThat(compiler.compile(List.of(source), folder, List.of(), List.of(new NetworkProcessor())))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aFaultNamesTheNetworkOnceAndSparesTheOthers(Compiler compiler) throws IOException {
        Path source =
                source("Networks", RIGHT.formatted("") + RIGHT.formatted("").replace("Right", "Other"));

        List<String> errors =
                errors(compiler.compile(List.of(source), folder, List.of(), List.of(new FaultyProcessor())));

        assertThat(errors).hasSize(1);
        assertThat(errors.get(0)).startsWith("Longhand failed on \"Other\"").contains("FaultyProcessor.save");
        assertThat(errors.get(0).lines()).hasSizeLessThan(30);
        assertThat(folder.resolve("sources/RightModel.java")).exists();
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfLayersIsThatOfTheSource(Compiler compiler) throws IOException {
        List<String> names = Stream.of("zeta", "alpha", "mid", "beta", "omega", "first", "a", "b")
                .toList();
        StringBuilder layers = new StringBuilder("@Network(input = 2, loss = Loss.HUBER) interface Ordered {\n");
        names.forEach(
                name -> layers.append("@Dense(units = 2) Layer ").append(name).append("();\n"));
        Path source = source("Ordered", layers.append("}\n").toString());
        RecordingProcessor processor = new RecordingProcessor();

        assertThat(compiler.process(List.of(source), List.of(), List.of(processor)))
                .isEmpty();

        assertThat(processor.networks().get(0).layers())
                .extracting(layer -> layer.name())
                .isEqualTo(names);
    }

    @ParameterizedTest
    @EnumSource
    void generatedSourceHasNoWarningsOfCompilersOrOfDoclint(Compiler compiler) throws IOException {
        List<Path> sources = Compilation.files(GoldenTest.GOLDEN, ".java");
        List<String> options = compiler == Compiler.JAVAC ? List.of("-Xlint:all", "-Xdoclint:all") : List.of();

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
    void annotationsAreClaimedWhileADeclarationWaitsForAnotherProcessor() throws IOException {
        Path source = source("Right", RIGHT.formatted("extends Written") + "@Deprecated interface Other {}\n");

        assertThat(Compiler.JAVAC.compile(
                        List.of(source),
                        folder,
                        List.of("-Xlint:processing", "-Werror"),
                        List.of(new NetworkProcessor(), new WritingProcessor())))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aDoubleIsConvertedToTheNearestFloatAsAFloatIs(Compiler compiler) {
        String layers = """
                @Network(input = 2, loss = Loss.HUBER, delta = 1.1f)
                interface Net {
                    @GaussianNoise(stddev = 0.3f) Layer noise();
                    @Dense(units = 2, activation = Activation.ELU, slope = 0.7f, weights = {0.1f, 1, 0.2f, 3}) Layer a();
                    @BatchNorm(momentum = 0.9f, epsilon = 1e-4f) Layer norm();
                    @Dropout(rate = 0.4f) Layer drop();
                    @Dense(units = 1, initializerScale = 0.6f, bias = -0.7f) Layer output();
                }
                """;

        Compilation floats = Compilation.of(compiler, folder.resolve("f"), Map.of("Net", HEAD + layers));
        String doubles = layers.replaceAll("(?<=[0-9])f", "");
        assertThat(Compilation.of(compiler, folder.resolve("d"), Map.of("Net", HEAD + doubles))
                        .sources())
                .isEqualTo(floats.sources());
    }

    @Test
    void aModuleThatDoesNotReadTheAnnotationOfGeneratedSourceCompiles() throws IOException {
        Path module = Files.writeString(
                folder.resolve("module-info.java"), "module app { requires dev.longhand.runtime; }\n");
        Path source = Files.writeString(folder.resolve("Right.java"), "package app;\n" + HEAD + RIGHT.formatted(""));
        List<String> options = List.of(
                "--module-path",
                Compiler.classPath(Network.class, Model.class, NullMarked.class),
                "--add-modules",
                "java.compiler");

        assertThat(errors(Compiler.JAVAC.compile(
                        List.of(module, source), folder, options, List.of(new NetworkProcessor()))))
                .isEmpty();

        assertThat(folder.resolve("classes/app/RightModel.class")).exists();
        assertThat(folder.resolve("sources/app/RightModel.java"))
                .content()
                .contains("@LonghandGenerated")
                .doesNotContain("@Generated");
    }

    @ParameterizedTest
    @EnumSource
    void anAnnotatedGetterOfAKotlinPropertyIsNoLayer(Compiler compiler) throws IOException {
        Path metadata =
                Files.writeString(folder.resolve("Metadata.java"), "package kotlin;\npublic @interface Metadata {}\n");
        Path source = source("Right", "@kotlin.Metadata\n" + RIGHT.formatted("").replace("output", "getOutput"));

        assertThat(errors(compiler.process(List.of(metadata, source), List.of(), List.of(new RecordingProcessor()))))
                .containsExactly("\"output\" is a property, but layers are declared by functions;"
                        + " write fun output(): Layer instead of val output: Layer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-ASCII", "ISO-8859-1", "UTF-8", "UTF-16"})
    void generatedSourceMeansTheSameInEveryEncoding(String encoding) throws IOException {
        Path source = Files.writeString(
                folder.resolve("Right.java"),
                HEAD + RIGHT.formatted("").replace("units = 1", "units = 1, activation = Activation.SIGMOID"),
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
        Path source = source("Right", RIGHT.formatted("").replace("@Dense", types + "\n@Dense"));

        assertThat(errors(compiler.compile(List.of(source), folder, List.of(), List.of(new NetworkProcessor()))))
                .isEmpty();
    }

    /** Only in javac: ecj doesn't warn of what is deprecated in the same package. */
    @Test
    void deprecatedDeclarationsHaveModelsWithoutWarnings() throws IOException {
        Path source = source(
                "Right",
                "@Deprecated(forRemoval = true)\n" + RIGHT.formatted("").replace("@Dense", "@Deprecated @Dense"));
        Path other = source(
                "Other",
                RIGHT.formatted("")
                        .replace("Right", "Other")
                        .replace("@Dense", "@Deprecated(forRemoval = true) @Dense"));
        List<String> options = List.of("-Xlint:all", "-Werror");

        assertThat(Compiler.JAVAC.compile(List.of(source, other), folder, options, List.of(new NetworkProcessor())))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aFolderInTheModelsPlaceIsNoFaultOfLonghands(Compiler compiler) throws IOException {
        Path source = source("Right", RIGHT.formatted(""));
        Files.createDirectories(folder.resolve("sources/RightModel.java/inside"));

        assertThat(errors(compiler.compile(List.of(source), folder, List.of(), List.of(new NetworkProcessor()))))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("the model of \"Right\" can't be written: ");
    }

    @Test
    void theProcessorIsRegistered() {
        assertThat(ServiceLoader.load(Processor.class).stream().map(ServiceLoader.Provider::type))
                .contains(NetworkProcessor.class);
    }

    @Test
    void gradleIsToldThatItIsIsolating() throws IOException {
        try (InputStream file =
                NetworkProcessor.class.getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
            assertThat(file)
                    .asString(StandardCharsets.UTF_8)
                    .isEqualToIgnoringNewLines(NetworkProcessor.class.getName() + ",isolating");
        }
    }

    private Path source(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name + ".java"), HEAD + text);
    }

    private static List<String> errors(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    /** Fails in the later stages of the network Other. */
    private static final class FaultyProcessor extends NetworkProcessor {

        @Override
        void save(ResolvedNetwork network, String source, TypeElement origin) throws IOException {
            if (network.model().declaration().equals("Other")) {
                throw new IllegalStateException("no rule");
            }
            super.save(network, source, origin);
        }
    }

    /** Writes the interface Written in the first round. */
    @SupportedAnnotationTypes("*")
    private static final class WritingProcessor extends AbstractProcessor {

        private boolean isDone;

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!isDone) {
                isDone = true;
                try (Writer writer =
                        processingEnv.getFiler().createSourceFile("Written").openWriter()) {
                    writer.write("interface Written {\n" + "int N = 3;\nboolean YES = true;\nString A = \"a\";\n}\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }
}
