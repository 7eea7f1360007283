package dev.longhand.tool;

import dev.longhand.Network;
import dev.longhand.model.Model;
import dev.longhand.processor.NetworkProcessor;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
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

/** Declarations compiled into a folder, as a user's build does. */
final class CompiledDeclaration {

    private CompiledDeclaration() {}

    /** Compiles the text of a declaration; returns the folder of the classes. */
    static Path of(Path folder, String name, String text) throws IOException {
        Path source = folder.resolve("src").resolve(name.replace('.', '/') + ".java");
        Files.createDirectories(source.getParent());
        return compile(Files.writeString(source, text), folder);
    }

    /** Compiles a source file into a folder within this one. */
    static Path compile(Path source, Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        String path = Stream.of(Network.class, Model.class, NullMarked.class)
                .map(CompiledDeclaration::location)
                .collect(Collectors.joining(File.pathSeparator));
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    files,
                    diagnostics,
                    List.of(
                            "-classpath",
                            path,
                            "-d",
                            classes.toString(),
                            "-Alonghand.resources=" + folder.resolve("resources")),
                    null,
                    files.getJavaFileObjects(source));
            task.setProcessors(List.of(new NetworkProcessor()));
            if (!task.call()) {
                throw new AssertionError(diagnostics.getDiagnostics().toString());
            }
        }
        return classes;
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
