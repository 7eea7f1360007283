package dev.longhand.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.JavaFile;
import dev.longhand.Network;
import dev.longhand.examples.quickstart.Pom.Artifact;
import dev.longhand.model.Model;
import dev.longhand.processor.NetworkProcessor;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kotlin.Unit;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.jetbrains.kotlin.kapt.KaptCommandLineProcessor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader of docs/quickstart.md does with it: copies its files into an empty folder, compiles and runs them. */
class QuickstartTest {

    private static final Path REPOSITORY = Path.of("..", "..");

    private static Page page;

    @TempDir
    private Path folder;

    @BeforeAll
    static void read() throws IOException {
        page = Page.read(REPOSITORY.resolve(Path.of("docs", "quickstart.md")));
    }

    @Test
    void theJavaProgramPrintsWhatThePageSays() throws Exception {
        Path source = write("Quickstart.java", page.block("Java", "java"));
        Path classes = Files.createDirectory(folder.resolve("classes"));
        // A public class and the network are in one file, which only this warning is about.
        String lint = "-Xlint:all,-processing,-auxiliaryclass";
        javac(classes, List.of(source), lint, "-Werror", "--processor-path", processorPath());
        String classPath = path(classes, location(Network.class), location(Model.class));
        assertThat(start("java", "-cp", classPath, mainClass("Java"))).isEqualTo(page.block("Java", "text"));
        assertThat(folder.resolve("rings.safetensors")).isNotEmptyFile();
    }

    @Test
    void theKotlinProgramPrintsTheSame() throws Exception {
        Path source = write("Quickstart.kt", page.block("Kotlin", "kotlin"));
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Path generated = folder.resolve("generated");
        kapt(source, classes, generated);
        List<Path> model = List.of(generated.resolve(Path.of("quickstart", "RingsModel.java")));
        kotlinc(source, classes, generated.toString());
        javac(classes, model, "-proc:none");
        String classPath = path(classes, location(Network.class), location(Model.class), location(Unit.class));
        assertThat(start("java", "-cp", classPath, mainClass("Kotlin"))).isEqualTo(page.block("Java", "text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Java", "Kotlin"})
    void thePomsNameTheProjectsArtifacts(String language) throws Exception {
        Pom project = Pom.read(REPOSITORY.resolve("pom.xml"));
        Pom pom = Pom.parse(page.block(language, "xml"));
        assertThat(pom.artifacts("dependency")).contains(artifact(project, "runtime"));
        assertThat(pom.artifacts(language.equals("Java") ? "path" : "annotationProcessorPath"))
                .containsExactly(artifact(project, "processor"));
        assertThat(pom.value("maven.compiler.release")).isEqualTo(project.value("maven.compiler.release"));
    }

    @ParameterizedTest
    @CsvSource({
        "Java, maven-compiler-plugin",
        "Java, exec-maven-plugin",
        "Kotlin, maven-compiler-plugin",
        "Kotlin, exec-maven-plugin"
    })
    void thePomsTakeThePluginsOfTheProject(String language, String plugin) throws Exception {
        assertThat(Pom.parse(page.block(language, "xml")).version("plugin", plugin))
                .isEqualTo(Pom.read(REPOSITORY.resolve("pom.xml")).version("plugin", plugin));
    }

    @Test
    void thePomForKotlinTakesTheVersionOfTheExample() throws Exception {
        Pom example = Pom.read(REPOSITORY.resolve(Path.of("examples", "kotlin", "pom.xml")));
        Pom pom = Pom.parse(page.block("Kotlin", "xml"));
        assertThat(List.of(pom.version("plugin", "kotlin-maven-plugin"), pom.version("dependency", "kotlin-stdlib")))
                .containsOnly(example.value("kotlin.version"));
    }

    @Test
    void theReadmeNamesTheProjectsArtifacts() throws Exception {
        Pom project = Pom.read(REPOSITORY.resolve("pom.xml"));
        String readme = Files.readString(REPOSITORY.resolve("README.md"));
        for (Artifact artifact : List.of(artifact(project, "runtime"), artifact(project, "processor"))) {
            assertThat(readme).contains(artifact.group() + ":" + artifact.name() + ":" + artifact.version());
        }
        assertThat(readme).contains("(docs/quickstart.md)");
    }

    /** The artifact of one of the project's modules. */
    private static Artifact artifact(Pom project, String module) throws Exception {
        Pom pom = Pom.read(REPOSITORY.resolve(Path.of(module, "pom.xml")));
        return new Artifact("dev.longhand", pom.artifacts("project").get(0).name(), project.version());
    }

    private String mainClass(String language) throws Exception {
        return Pom.parse(page.block(language, "xml")).value("mainClass");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void javac(Path classes, List<Path> sources, String... options) throws Exception {
        Stream<String> common = Stream.of(
                "-encoding",
                "UTF-8",
                "--release",
                "17",
                "-cp",
                path(classes, location(Network.class), location(Model.class)),
                "-d",
                classes.toString());
        start(
                "javac",
                Stream.of(common, Arrays.stream(options), sources.stream().map(Path::toString))
                        .flatMap(arguments -> arguments)
                        .toArray(String[]::new));
    }

    /** Runs the processor on the stubs of a Kotlin source. */
    private void kapt(Path source, Path classes, Path generated) throws Exception {
        String[] options = {
            "aptMode=stubsAndApt",
            "sources=" + generated,
            "classes=" + classes,
            "stubs=" + folder.resolve("stubs"),
            "incrementalData=" + folder.resolve("incremental"),
        };
        Stream<String> paths =
                Arrays.stream(processorPath().split(File.pathSeparator)).map(entry -> "apclasspath=" + entry);
        kotlinc(
                source,
                folder.resolve("ignored"),
                Stream.concat(
                                Stream.of("-Xplugin=" + location(KaptCommandLineProcessor.class)),
                                Stream.concat(Arrays.stream(options), paths)
                                        .flatMap(option ->
                                                Stream.of("-P", "plugin:org.jetbrains.kotlin.kapt3:" + option)))
                        .toArray(String[]::new));
    }

    private void kotlinc(Path source, Path classes, String... more) throws Exception {
        Stream<String> common = Stream.of(
                "-cp",
                System.getProperty("java.class.path"),
                K2JVMCompiler.class.getName(),
                "-no-stdlib",
                "-no-reflect",
                "-jvm-target",
                "17",
                "-cp",
                // Stubs name the annotations of the standard library's dependency.
                path(location(Network.class), location(Model.class), location(Unit.class), location(NotNull.class)),
                "-d",
                classes.toString(),
                source.toString());
        start("java", Stream.concat(common, Arrays.stream(more)).toArray(String[]::new));
    }

    private static String processorPath() throws URISyntaxException {
        return path(location(NetworkProcessor.class), location(Network.class), location(JavaFile.class));
    }

    /** The folder or jar that a class was loaded from. */
    private static Path location(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static String path(Path... entries) {
        return Arrays.stream(entries).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Runs a program of this JDK in the folder, which must succeed, and gives its standard output. */
    private String start(String program, String... arguments) throws IOException, InterruptedException {
        Path path = Path.of(System.getProperty("java.home"), "bin", program);
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(Stream.concat(Stream.of(path.toString()), Arrays.stream(arguments))
                        .toList())
                .directory(folder.toFile())
                .redirectError(errors.toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output + Files.readString(errors)).isZero();
        return output.replace(System.lineSeparator(), "\n");
    }
}
