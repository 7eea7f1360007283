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
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;

/** Imported networks as their users have them: written, compiled without a warning, with their weights. */
public final class CompiledNetwork {

    private static final String PACKAGE = "com.acme";

    private CompiledNetwork() {}

    /** The model of a network; fails if the compiler reports anything. */
    public static Model of(ImportedNetwork network, Path folder) throws IOException {
        return all(List.of(network), folder).get(0);
    }

    /** The models of networks with different names, compiled together. */
    public static List<Model> all(List<ImportedNetwork> networks, Path folder) throws IOException {
        List<WrittenFiles> files = new ArrayList<>();
        for (ImportedNetwork network : networks) {
            files.add(network.writeTo(folder, PACKAGE));
        }
        List<String> reports =
                compile(files.stream().map(WrittenFiles::declaration).toList(), folder);
        if (!reports.isEmpty()) {
            throw new AssertionError(String.join("\n", reports));
        }
        List<Model> models = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Model loaded = model(folder, networks.get(i), "create", 42L);
            Weights.load(loaded, files.get(i).weights());
            Model pretrained = model(folder, networks.get(i), "pretrained");
            assertThat(pretrained.parameters().sha256())
                    .isEqualTo(loaded.parameters().sha256());
            models.add(pretrained);
        }
        return models;
    }

    /** Every message of the compiler, with the source that it's about. */
    private static List<String> compile(List<Path> sources, Path folder) throws IOException {
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
                    new StringWriter(), files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(List.of(new NetworkProcessor()));
            task.call();
        }
        return diagnostics.getDiagnostics().stream()
                .map(diagnostic -> diagnostic.getKind() + " in line " + diagnostic.getLineNumber() + ": "
                        + diagnostic.getMessage(Locale.ROOT) + "\n" + text(diagnostic.getSource()))
                .filter(message -> !message.contains("system modules path not set"))
                .toList();
    }

    private static String text(@Nullable JavaFileObject source) {
        try {
            return source == null ? "" : source.getCharContent(true).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
