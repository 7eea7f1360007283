package dev.longhand.examples.table;

import dev.longhand.Network;
import dev.longhand.model.Model;
import dev.longhand.processor.NetworkProcessor;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Compiles the declaration of a network in memory, with javac and Longhand's annotation processor. */
final class NetworkCompiler {

    private NetworkCompiler() {}

    /**
     * Compiles a declaration.
     *
     * @throws IOException if this Java has no compiler
     */
    static CompiledNetwork compile(NetworkSource source) throws IOException {
        return compile(source, ToolProvider.getSystemJavaCompiler());
    }

    /** Compiles with this compiler; null if there's none. */
    static CompiledNetwork compile(NetworkSource source, @Nullable JavaCompiler compiler) throws IOException {
        if (compiler == null) {
            throw new IOException("This Java, " + System.getProperty("java.home")
                    + ", has no compiler for the network of this table: run the command with a JDK");
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (MemoryFiles files =
                new MemoryFiles(compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8))) {
            String name = NetworkSource.PACKAGE + "." + NetworkSource.NAME;
            CompilationTask task = compiler.getTask(
                    new StringWriter(),
                    files,
                    diagnostics,
                    List.of("-nowarn", "-encoding", "UTF-8", "-classpath", classPath()),
                    null,
                    List.of(MemoryFiles.source(name, source.text())));
            task.setProcessors(List.of(new NetworkProcessor()));
            if (!task.call()) {
                throw new IllegalStateException("the network can't be compiled: "
                        + diagnostics.getDiagnostics().stream()
                                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                                .collect(Collectors.joining("; ")));
            }
            return new CompiledNetwork(
                    creator(files.loader().loadClass(name + "Model")), files.sourceOf(name + "Model"));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled network can't be loaded", e);
        }
    }

    /** The method {@code create} of a generated network, of which no source here can know the class. */
    private static LongFunction<Model> creator(Class<?> network) throws ReflectiveOperationException {
        MethodHandle create = MethodHandles.publicLookup()
                .findStatic(network, "create", MethodType.methodType(network, long.class))
                .asType(MethodType.methodType(Model.class, long.class));
        return seed -> {
            try {
                return (Model) create.invokeExact(seed);
            } catch (Throwable e) {
                throw new IllegalStateException("the compiled network can't be created", e);
            }
        };
    }

    /** The annotations and the runtime, wherever they were loaded from. */
    private static String classPath() {
        return Stream.of(Network.class, Model.class)
                .map(NetworkCompiler::location)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
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
