package dev.longhand.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Network;
import dev.longhand.model.LayerInfo;
import dev.longhand.model.Model;
import dev.longhand.model.StateInfo;
import dev.longhand.processor.NetworkProcessor;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** Declarations compiled with the processor, and their models. */
final class Networks {

    private final ClassLoader loader;

    private Networks(Path classes) {
        try {
            loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, Networks.class.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles the text of files by the qualified names of their public types. */
    static Networks compile(Path directory, Map<String, String> sources) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = directory.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source.getValue()));
        }
        Path classes = Files.createDirectories(directory.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(),
                    manager,
                    diagnostics,
                    List.of("-classpath", classPath(), "-d", classes.toString()),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(new NetworkProcessor()));
            task.call();
        }
        assertThat(diagnostics.getDiagnostics().stream()
                        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                        .map(Object::toString))
                .isEmpty();
        return new Networks(classes);
    }

    private static String classPath() {
        return Stream.of(Network.class, Model.class, NullMarked.class, Onnx.class)
                .map(Networks::location)
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

    /** A model with parameters and state like those of a trained network. */
    Model model(String name, long seed) {
        Model model;
        try {
            Method create = loader.loadClass(name).getMethod("create", long.class);
            create.setAccessible(true);
            model = (Model) create.invoke(null, seed);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(name, e);
        }
        Random random = new Random(seed);
        float[] numbers = model.parameters().copy();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += 0.2f * (float) random.nextGaussian();
        }
        int from = model.info().parameterCount();
        for (LayerInfo layer : model.info().layers()) {
            for (StateInfo array : layer.state()) {
                for (int i = 0; array.name().equals(StateInfo.VARIANCE) && i < array.size(); i++) {
                    numbers[from + array.offset() + i] = 0.5f + random.nextFloat();
                }
            }
        }
        model.parameters().set(numbers);
        return model;
    }

    /** Runs a program. */
    void run(String main, String... arguments) {
        try {
            loader.loadClass(main).getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(main, e);
        }
    }
}
