package dev.longhand.report.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The source of a class, if it was found.
 *
 * @param file the name of the file with its folders: {@code com/acme/DigitsModel.java}
 * @param text its text; empty if it wasn't found
 * @param looked where it was looked for, in order; the last is where it was found
 */
public record SourceText(String file, String text, List<String> looked) {

    /** Where Maven and Gradle write generated source, from a folder above the classes. */
    private static final List<String> GENERATED = List.of(
            "generated-sources/annotations",
            "generated-test-sources/test-annotations",
            "generated-sources/kapt/compile",
            "generated/sources/annotationProcessor/java/main",
            "generated/sources/annotationProcessor/java/test",
            "generated/source/kapt/main");

    /** Where they expect written source. */
    private static final List<String> WRITTEN =
            List.of("src/main/java", "src/test/java", "src/main/kotlin", "src/test/kotlin");

    /** The folders above the classes that are looked into: Gradle's are four deep. */
    private static final int ABOVE = 5;

    public SourceText {
        looked = List.copyOf(looked);
    }

    /** A text that needn't be looked for. */
    public static SourceText of(String file, String text) {
        return new SourceText(file, text, List.of());
    }

    /** Whether there is a text. */
    public boolean isFound() {
        return !text.isEmpty();
    }

    /** The source that the processor generated for a model: in these folders, beside the class or where builds put it. */
    public static SourceText generated(Class<?> model, List<Path> folders) {
        return find(model, List.of(fileOf(model, ".java")), folders, GENERATED);
    }

    /** The declaration of a model: in these folders, beside the class or where builds expect it. */
    public static SourceText declaration(Class<?> model, List<Path> folders) {
        Class<?> declaration = declarationOf(model);
        return find(declaration, List.of(fileOf(declaration, ".java"), fileOf(declaration, ".kt")), folders, WRITTEN);
    }

    /** The interface or abstract class in the package of the generated class, which it implements or extends. */
    private static Class<?> declarationOf(Class<?> model) {
        Class<?> parent = model.getSuperclass();
        if (parent != null && parent != Object.class) {
            return parent;
        }
        for (Class<?> type : model.getInterfaces()) {
            if (type.getPackageName().equals(model.getPackageName())) {
                return type;
            }
        }
        return model;
    }

    /** The file of the outermost class that holds a class. */
    private static String fileOf(Class<?> type, String ending) {
        String name = type.getName();
        int nested = name.indexOf('$', name.lastIndexOf('.') + 2);
        return (nested < 0 ? name : name.substring(0, nested)).replace('.', '/') + ending;
    }

    private static SourceText find(Class<?> type, List<String> files, List<Path> folders, List<String> places) {
        List<String> looked = new ArrayList<>();
        for (String file : files) {
            for (Path folder : folders) {
                looked.add(shown(folder));
                String text = read(folder.resolve(file));
                if (text != null) {
                    return new SourceText(file, text, looked);
                }
            }
        }
        looked.add("the class path");
        for (String file : files) {
            String text = resource(type, file);
            if (text != null) {
                return new SourceText(file, text, looked);
            }
        }
        Path above = location(type);
        for (int i = 0; above != null && i < ABOVE; i++) {
            for (String place : places) {
                for (String file : files) {
                    String text = read(above.resolve(place).resolve(file));
                    if (text != null) {
                        looked.add(shown(above.resolve(place)));
                        return new SourceText(file, text, looked);
                    }
                }
            }
            above = above.getParent();
        }
        places.forEach(place -> looked.add(place));
        return new SourceText(files.get(0), "", looked);
    }

    /** A path from the current folder, if it's below. */
    private static String shown(Path path) {
        Path current = Path.of("").toAbsolutePath();
        Path absolute = path.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(current) ? current.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }

    private static @Nullable String read(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable String resource(Class<?> type, String file) {
        try (InputStream in = type.getResourceAsStream("/" + file)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return null;
        }
    }

    /** The folder or the archive that a class was loaded from; null if it's neither. */
    private static @Nullable Path location(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return source == null || source.getLocation() == null
                    ? null
                    : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
            return null;
        }
    }
}
