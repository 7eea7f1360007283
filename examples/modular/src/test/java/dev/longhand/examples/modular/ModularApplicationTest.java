package dev.longhand.examples.modular;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.JavaFile;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.longhand.Network;
import dev.longhand.io.Weights;
import dev.longhand.model.Model;
import dev.longhand.processor.NetworkProcessor;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the application's users do with it: compile it as strictly as javac can, link it, and run it. */
class ModularApplicationTest {

    private static final String MODULE = "dev.longhand.examples.modular";
    private static final String MAIN = MODULE + "/" + MODULE + ".Main";

    private static final String OUTPUT = """
            the loss is below 0.01
            0 xor 0 = 0
            0 xor 1 = 1
            1 xor 0 = 1
            1 xor 1 = 0
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "jspecify on the module path: {0}")
    @ValueSource(booleans = {false, true})
    void itCompilesWithoutAnyWarning(boolean withJSpecify) throws Exception {
        assertThat(compile(withJSpecify)).isEmpty();
    }

    @Test
    void anImageOfItHoldsNothingElseAndRunsWithBothKinds() throws Exception {
        compile(false);
        Path image = folder.resolve("image");
        String modulePath = path(location(Network.class), location(Model.class), classes());
        assertThat(run(
                        "jlink",
                        "--module-path",
                        modulePath,
                        "--add-modules",
                        MODULE + ",jdk.incubator.vector",
                        "--output",
                        image.toString()))
                .doesNotContain("Error");
        String java = image.resolve("bin").resolve("java").toString();

        assertThat(start(java, "--list-modules").lines().map(module -> module.replaceAll("@.*", "")))
                .containsExactlyInAnyOrder(
                        "java.base", "jdk.incubator.vector", "dev.longhand.api", "dev.longhand.runtime", MODULE);
        assertThat(start(java, "-m", MAIN)).isEqualTo(OUTPUT);
        assertThat(start(java, "--add-modules", "jdk.incubator.vector", "-Dlonghand.kernels=vector", "-m", MAIN))
                .isEqualTo(OUTPUT);
    }

    @Test
    void aModuleReadsItsPretrainedWeightsWithoutOpeningAPackage() throws Exception {
        Path source = Files.createDirectory(folder.resolve("source"));
        Files.writeString(source.resolve("module-info.java"), "module reader { requires dev.longhand.runtime; }");
        String network = Files.readString(
                        Path.of("src", "main", "java").resolve(MODULE.replace('.', '/') + "/Xor.java"))
                .replace("package " + MODULE, "package reader")
                .replace("@Network", "@dev.longhand.Pretrained(\"xor.safetensors\") @Network");
        Files.writeString(source.resolve("Xor.java"), network);
        Files.writeString(source.resolve("Read.java"), """
                package reader;

                class Read {
                    public static void main(String[] arguments) {
                        System.out.print(XorModel.pretrained().parameters().sha256());
                    }
                }
                """);
        XorModel model = XorModel.create(7);
        Weights.save(model, Files.createDirectories(classes().resolve("reader")).resolve("xor.safetensors"));
        String modulePath = path(location(Network.class), location(Model.class));
        String said = run(
                "javac",
                "-Xlint:all",
                "-Werror",
                "-d",
                classes().toString(),
                "--class-path",
                folder.toString(),
                "--module-path",
                modulePath,
                "--processor-path",
                path(location(NetworkProcessor.class), location(Network.class), location(JavaFile.class)),
                source.resolve("module-info.java").toString(),
                source.resolve("Xor.java").toString(),
                source.resolve("Read.java").toString());
        assertThat(said).isEmpty();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertThat(start(java, "-p", modulePath + File.pathSeparator + classes(), "-m", "reader/reader.Read"))
                .isEqualTo(model.parameters().sha256());
    }

    @Test
    void aModuleThatRequiresFastCsvReadsTables() throws Exception {
        Path source = Files.createDirectory(folder.resolve("source"));
        Files.writeString(
                source.resolve("module-info.java"),
                "module reader { requires dev.longhand.runtime; requires de.siegmar.fastcsv; }");
        Files.writeString(source.resolve("Read.java"), """
                package reader;

                class Read {
                    public static void main(String[] arguments) throws Exception {
                        System.out.print(dev.longhand.table.Table.csv(java.nio.file.Path.of(arguments[0])));
                    }
                }
                """);
        Path table = Files.writeString(folder.resolve("table.csv"), "age,sex\n36,f\n9,m\n");
        String modulePath = path(location(Network.class), location(Model.class), location(CsvReader.class));
        String said = run(
                "javac",
                "-Xlint:all",
                "-Werror",
                "-d",
                classes().toString(),
                "--class-path",
                folder.toString(),
                "--module-path",
                modulePath,
                source.resolve("module-info.java").toString(),
                source.resolve("Read.java").toString());
        assertThat(said).isEmpty();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String everything = modulePath + File.pathSeparator + classes();
        assertThat(start(java, "-p", everything, "-m", "reader/reader.Read", table.toString()))
                .isEqualTo(table + ": 2 rows, 2 columns\n\"age\": 9 to 36\n\"sex\": 2 categories, \"f\", \"m\"\n");
    }

    /** Compiles the application's own sources and gives what the compiler says. */
    private String compile(boolean withJSpecify) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "-Xlint:all",
                "-Werror",
                "-d",
                classes().toString(),
                "--class-path", // not this test's, which javac would take when it runs in the same process
                folder.toString(),
                "--module-path",
                withJSpecify
                        ? path(location(Network.class), location(Model.class), location(NullMarked.class))
                        : path(location(Network.class), location(Model.class)),
                "--processor-path",
                path(location(NetworkProcessor.class), location(Network.class), location(JavaFile.class))));
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        return run("javac", arguments.toArray(String[]::new));
    }

    private Path classes() {
        return folder.resolve("classes");
    }

    /** The folder or jar that a class was loaded from. */
    private static Path location(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static String path(Path... entries) {
        return Arrays.stream(entries).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Runs one of the JDK's tools, which must succeed, and gives its output. */
    private static String run(String tool, String... arguments) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        int code = ToolProvider.findFirst(tool).orElseThrow().run(out, out, arguments);
        assertThat(code).as(text.toString()).isZero();
        return text.toString();
    }

    /** Runs a program, which must succeed, and gives its standard output. */
    private static String start(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.replace(System.lineSeparator(), "\n");
    }
}
