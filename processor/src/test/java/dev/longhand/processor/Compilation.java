package dev.longhand.processor;

import dev.longhand.Style;
import dev.longhand.model.Model;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.Diagnostic;

/** Declarations compiled with the processor: the sources it wrote, and the models, ready to run. */
final class Compilation {

    private final Path written;
    private final Path classes;
    private final ClassLoader loader;

    private Compilation(Path output) {
        written = output.resolve("sources");
        classes = output.resolve("classes");
        try {
            loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, Compilation.class.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compiles sources in one task, in the order given.
     *
     * @param directory an empty directory for everything
     * @param sources the text of each file by the qualified name of its public type
     */
    static Compilation of(Compiler compiler, Path directory, Map<String, String> sources, String... options) {
        try {
            List<Path> files = new ArrayList<>();
            for (Map.Entry<String, String> source : sources.entrySet()) {
                Path file =
                        directory.resolve("declared").resolve(source.getKey().replace('.', '/') + ".java");
                Files.createDirectories(file.getParent());
                files.add(Files.writeString(file, source.getValue()));
            }
            Path output = directory.resolve("output");
            List<String> errors =
                    compiler.compile(files, output, List.of(options), List.of(new NetworkProcessor())).stream()
                            .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                            .map(diagnostic -> diagnostic.getSource() + ":" + diagnostic.getLineNumber() + ": "
                                    + diagnostic.getMessage(Locale.ROOT))
                            .toList();
            if (!errors.isEmpty()) {
                throw new AssertionError(String.join("\n", errors.subList(0, Math.min(20, errors.size()))));
            }
            return new Compilation(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles one declaration with javac. */
    static Compilation of(Path directory, String name, String source) {
        return of(Compiler.JAVAC, directory, Map.of(name, source));
    }

    /** The option that overrides every declared style. */
    static String option(Style style) {
        return "-Alonghand.style=" + style.name().toLowerCase(Locale.ROOT);
    }

    /** The generated sources by file name within the output: {@code gates/AndModel.java}. */
    SortedMap<String, String> sources() {
        SortedMap<String, String> sources = new TreeMap<>();
        for (Path file : files(written, ".java")) {
            try {
                sources.put(written.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }

    /** The class files of models. */
    List<ClassFile> modelClasses() {
        return files(classes, "Model.class").stream().map(ClassFile::read).toList();
    }

    /** A model of the class {@code name}, its parameters drawn from the seed 42. */
    Model model(String name) {
        try {
            Method create = loader.loadClass(name).getMethod("create", long.class);
            create.setAccessible(true);
            return (Model) create.invoke(null, 42L);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(name, e);
        }
    }

    /** The files below a directory whose names end so, in order. */
    static List<Path> files(Path directory, String ending) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
