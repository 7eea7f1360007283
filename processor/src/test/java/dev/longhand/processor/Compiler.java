package dev.longhand.processor;

import dev.longhand.Network;
import dev.longhand.model.Model;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.jspecify.annotations.NullMarked;

/** The compilers that the processor must work in. */
enum Compiler {
    JAVAC(ToolProvider::getSystemJavaCompiler),
    ECJ(EclipseCompiler::new);

    private static final String RESOURCES = "-Alonghand.resources";

    private final Supplier<JavaCompiler> compiler;

    Compiler(Supplier<JavaCompiler> compiler) {
        this.compiler = compiler;
    }

    /** Only runs the processors on the sources, and returns every error and warning. */
    List<Diagnostic<? extends JavaFileObject>> process(
            List<Path> sources, List<String> options, List<Processor> processors) {
        Path written = temporaryFolder();
        try {
            return run(sources, with(options, "-proc:only", "-s", written.toString()), processors).stream()
                    .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR
                            || diagnostic.getKind() == Diagnostic.Kind.WARNING
                            || diagnostic.getKind() == Diagnostic.Kind.MANDATORY_WARNING)
                    .collect(Collectors.toList());
        } finally {
            delete(written);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("processed");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder and all that it holds. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compiles the sources and what the processors write, with the resources of the tests unless an option names others, into the folders {@code classes} and {@code
     * sources} of {@code output}; returns all that is said.
     */
    List<Diagnostic<? extends JavaFileObject>> compile(
            List<Path> sources, Path output, List<String> options, List<Processor> processors) throws IOException {
        Path classes = Files.createDirectories(output.resolve("classes"));
        Path written = Files.createDirectories(output.resolve("sources"));
        boolean namesResources = options.stream().anyMatch(option -> option.startsWith(RESOURCES));
        List<String> all = namesResources ? options : with(options, RESOURCES + "=src/test/resources");
        return run(sources, with(all, "-d", classes.toString(), "-s", written.toString()), processors);
    }

    private List<Diagnostic<? extends JavaFileObject>> run(
            List<Path> sources, List<String> options, List<Processor> processors) {
        JavaCompiler tool = compiler.get();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> arguments = new ArrayList<>(this == ECJ ? List.of("-17") : List.of("--release", "17"));
        if (!options.contains("-classpath")) {
            arguments.addAll(List.of("-classpath", classPath(Network.class, Model.class, NullMarked.class)));
        }
        arguments.addAll(options);
        try (StandardJavaFileManager files =
                tool.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task = tool.getTask(
                    new StringWriter(),
                    files,
                    diagnostics,
                    arguments,
                    null,
                    files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(processors);
            task.call();
            return diagnostics.getDiagnostics();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> with(List<String> options, String... more) {
        return Stream.concat(options.stream(), Stream.of(more)).toList();
    }

    /** The class path that holds these classes. */
    static String classPath(Class<?>... classes) {
        return Stream.of(classes).map(Compiler::location).collect(Collectors.joining(File.pathSeparator));
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
