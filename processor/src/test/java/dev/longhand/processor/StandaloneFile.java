package dev.longhand.processor;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/** The class of a standalone file, compiled alone for Java 11 and loaded where nothing of Longhand is. */
final class StandaloneFile {

    private final Class<?> type;

    private StandaloneFile(Class<?> type) {
        this.type = type;
    }

    /** The sources of the standalone files among those of a compilation. */
    static Map<String, String> sources(Compilation compilation) {
        Map<String, String> sources = compilation.sources();
        sources.keySet().removeIf(file -> !file.endsWith("Alone.java"));
        return sources;
    }

    /**
     * Compiles standalone files with nothing on the class path.
     *
     * @return the folder of the classes
     * @throws AssertionError if the compiler says anything
     */
    static Path compile(JavaCompiler compiler, Path directory, Map<String, String> sources, String... options) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<Path> paths = new ArrayList<>();
            for (Map.Entry<String, String> source : sources.entrySet()) {
                Path file = directory.resolve("alone").resolve(source.getKey());
                Files.createDirectories(file.getParent());
                paths.add(Files.writeString(file, source.getValue()));
            }
            Path classes = Files.createDirectories(directory.resolve("aloneClasses"));
            Path empty = Files.createDirectories(directory.resolve("empty"));
            List<String> arguments = new ArrayList<>(List.of(options));
            arguments.addAll(List.of("-proc:none", "-d", classes.toString(), "-classpath", empty.toString()));
            compiler.getTask(
                            new StringWriter(),
                            files,
                            diagnostics,
                            arguments,
                            null,
                            files.getJavaFileObjectsFromPaths(paths))
                    .call();
            if (!diagnostics.getDiagnostics().isEmpty()) {
                throw new AssertionError(diagnostics.getDiagnostics());
            }
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The classes in a folder. */
    static ClassLoader loader(Path classes) {
        try {
            return new URLClassLoader(new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A class by its qualified name. */
    static StandaloneFile of(ClassLoader loader, String name) {
        try {
            return new StandaloneFile(loader.loadClass(name));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** A network with these parameters; none if it has none. */
    Object create(float[] parameters) {
        try {
            Constructor<?> constructor =
                    parameters.length == 0 ? type.getDeclaredConstructor() : type.getConstructor(float[].class);
            constructor.setAccessible(true);
            return parameters.length == 0 ? constructor.newInstance() : constructor.newInstance((Object) parameters);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type.getName(), e);
        }
    }

    /** A network with the parameters of a file. */
    Object load(InputStream in) throws IOException {
        return call(null, "load", in);
    }

    /** What a method of a network returns. */
    Object call(Object network, String name, Object... arguments) throws IOException {
        Method method = List.of(type.getDeclaredMethods()).stream()
                .filter(candidate -> candidate.getName().equals(name))
                .filter(candidate -> java.lang.reflect.Modifier.isPublic(candidate.getModifiers()))
                .filter(candidate -> candidate.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow(() -> new AssertionError(type.getName() + " has no " + name));
        method.setAccessible(true);
        try {
            return method.invoke(network, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    float[] predict(Object network, Object... arguments) throws IOException {
        return (float[]) call(network, "predict", arguments);
    }

    /** Whether its steps take a seed, as something in them is random. */
    boolean draws() {
        return List.of(type.getDeclaredMethods()).stream()
                .anyMatch(method -> method.getName().equals("learn")
                        && List.of(method.getParameterTypes()).contains(long.class));
    }
}
