package dev.longhand.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Network;
import dev.longhand.model.Model;
import dev.longhand.processor.check.ResolvedNetwork;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the processor behaves in a build. */
class NetworkProcessorTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aWrongNetworkEmitsNoModelAndARightOneBesideItDoes(Compiler compiler) throws IOException {
        Path source = source("Networks", Declarations.RIGHT.formatted("") + Declarations.WRONG);

        assertThat(Declarations.errors(
                        compiler.compile(List.of(source), folder, List.of(), List.of(new NetworkProcessor()))))
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
        Path source = source("Wrong", Declarations.WRONG);

        assertThat(Declarations.errors(
                        compiler.compile(List.of(uses, source), folder, List.of(), List.of(new NetworkProcessor()))))
                .containsExactly("units of \"output\" must be at least 1, not 0");
    }

    /** Only in javac: ecj's filer refuses to write a class again that it finds on the class path. */
    @Test
    void aModelOfAnEarlierBuildIsNoClash() throws IOException {
        Path source = source("Right", Declarations.RIGHT.formatted(""));
        String classPath = Compiler.classPath(Network.class, Model.class, NullMarked.class);
        List<String> options = List.of("-classpath", classPath + File.pathSeparator + folder.resolve("classes"));

        for (int build = 0; build < 2; build++) {
            assertThat(Declarations.errors(
                            Compiler.JAVAC.compile(List.of(source), folder, options, List.of(new NetworkProcessor()))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoDeclarationsCanNotShareAModel(Compiler compiler) throws IOException {
        Path source = source(
                "Outer",
                "class Outer {\n" + Declarations.RIGHT.formatted("") + "}\n"
                        + Declarations.RIGHT.formatted("").replace("Right", "Outer_Right"));

        assertThat(Declarations.errors(compiler.process(List.of(source), List.of(), List.of(new RecordingProcessor()))))
                .hasSize(1)
                .first()
                .asString()
                .endsWith("would be called \"Outer_RightModel\", but a type of that name already exists; rename one");
    }

    @ParameterizedTest
    @EnumSource
    void theReportShowsTheTableOfLayers(Compiler compiler) throws IOException {
        Path source = source("Right", Declarations.RIGHT.formatted(""));

        List<Diagnostic<? extends JavaFileObject>> said = compiler.compile(
                List.of(source), folder, List.of("-Alonghand.report=true"), List.of(new NetworkProcessor()));

        assertThat(said)
                .anySatisfy(diagnostic -> assertThat(diagnostic.getMessage(Locale.ROOT))
                        .contains("RightModel", "a = x·W + b", "2 → 1", "3 in all"));
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheOptionThereIsNoReport(Compiler compiler) throws IOException {
        Path source = source("Right", Declarations.RIGHT.formatted(""));

        assertThat(compiler.compile(List.of(source), folder, List.of(), List.of(new NetworkProcessor())))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aFaultNamesTheNetworkOnceAndSparesTheOthers(Compiler compiler) throws IOException {
        Path source = source(
                "Networks",
                Declarations.RIGHT.formatted("")
                        + Declarations.RIGHT.formatted("").replace("Right", "Other"));

        List<String> errors = Declarations.errors(
                compiler.compile(List.of(source), folder, List.of(), List.of(new FaultyProcessor())));

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

        Compilation floats = Compilation.of(compiler, folder.resolve("f"), Map.of("Net", Declarations.HEAD + layers));
        String doubles = layers.replaceAll("(?<=[0-9])f", "");
        assertThat(Compilation.of(compiler, folder.resolve("d"), Map.of("Net", Declarations.HEAD + doubles))
                        .sources())
                .isEqualTo(floats.sources());
    }

    @ParameterizedTest
    @EnumSource
    void anAnnotatedGetterOfAKotlinPropertyIsNoLayer(Compiler compiler) throws IOException {
        Path metadata =
                Files.writeString(folder.resolve("Metadata.java"), "package kotlin;\npublic @interface Metadata {}\n");
        Path source = source(
                "Right", "@kotlin.Metadata\n" + Declarations.RIGHT.formatted("").replace("output", "getOutput"));

        assertThat(Declarations.errors(
                        compiler.process(List.of(metadata, source), List.of(), List.of(new RecordingProcessor()))))
                .containsExactly("\"output\" is a property, but layers are declared by functions;"
                        + " write fun output(): Layer instead of val output: Layer");
    }

    @ParameterizedTest
    @EnumSource
    void aFolderInTheModelsPlaceIsNoFaultOfLonghands(Compiler compiler) throws IOException {
        Path source = source("Right", Declarations.RIGHT.formatted(""));
        Files.createDirectories(folder.resolve("sources/RightModel.java/inside"));

        assertThat(Declarations.errors(
                        compiler.compile(List.of(source), folder, List.of(), List.of(new NetworkProcessor()))))
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
        return Declarations.write(folder, name, text);
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
}
