package dev.longhand.importer.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Network;
import dev.longhand.importer.ImportedNetwork;
import dev.longhand.importer.WrittenFiles;
import dev.longhand.io.Weights;
import dev.longhand.model.Model;
import dev.longhand.processor.NetworkProcessor;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** Imported networks as their users have them: written, compiled without a warning, with their weights. */
public final class CompiledNetwork {

    private static final String PACKAGE = "com.acme";

    private CompiledNetwork() {}

    /** The model of a network; fails if the compiler reports anything. */
    public static Model of(ImportedNetwork network, Path folder) throws IOException {
        WrittenFiles files = network.writeTo(folder, PACKAGE);
        List<String> reports = compile(files.declaration(), folder);
        if (!reports.isEmpty()) {
            throw new AssertionError(String.join("\n", reports) + "\n" + Files.readString(files.declaration()));
        }
        Model loaded = model(folder, network, "create", 42L);
        Weights.load(loaded, files.weights());
        Model pretrained = model(folder, network, "pretrained");
        assertThat(pretrained.parameters().sha256())
                .isEqualTo(loaded.parameters().sha256());
        return pretrained;
    }

    /** Every message of the compiler. */
    private static List<String> compile(Path source, Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = List.of(
                "--release",
                "17",
                "-Xlint:all,-processing",
                "-Xdoclint:all,-missing",
                "-classpath",
                Stream.of(Network.class, Model.class, NullMarked.class)
                        .map(CompiledNetwork::location)
                        .collect(Collectors.joining(File.pathSeparator)),
                "-Alonghand.resources=" + folder.resolve("resources"),
                "-d",
                classes.toString());
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(), files, diagnostics, options, null, files.getJavaFileObjects(source));
            task.setProcessors(List.of(new NetworkProcessor()));
            task.call();
        }
        return diagnostics.getDiagnostics().stream()
                .map(diagnostic -> diagnostic.getKind() + " in line " + diagnostic.getLineNumber() + ": "
                        + diagnostic.getMessage(Locale.ROOT))
                .filter(message -> !message.contains("system modules path not set"))
                .toList();
    }

    /** What a static method of the compiled model returns. */
    private static Model model(Path folder, ImportedNetwork network, String method, Object... arguments)
            throws IOException {
        URL[] urls = {
            folder.resolve("classes").toUri().toURL(),
            folder.resolve("resources").toUri().toURL()
        };
        String name = PACKAGE + "." + network.name() + "Model";
        try {
            ClassLoader loader = new URLClassLoader(urls, CompiledNetwork.class.getClassLoader());
            Class<?>[] types = arguments.length == 0 ? new Class<?>[0] : new Class<?>[] {long.class};
            return (Model) loader.loadClass(name).getMethod(method, types).invoke(null, arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(name, e);
        }
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
