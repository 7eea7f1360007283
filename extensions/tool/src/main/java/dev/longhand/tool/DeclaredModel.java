package dev.longhand.tool;

import dev.longhand.model.Model;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the model that the compiler wrote for a declaration, by its name. */
final class DeclaredModel {

    private DeclaredModel() {}

    /**
     * A new model.
     *
     * @param declaration the name of the declaration, or of the model's class
     * @param classPath folders and jars
     * @throws IllegalArgumentException if there's no such class, or it isn't a model
     */
    static Model create(String declaration, List<Path> classPath) {
        ClassLoader loader = new URLClassLoader(urls(classPath), Model.class.getClassLoader());
        for (String name : names(declaration)) {
            try {
                Class<?> found = Class.forName(name, true, loader);
                if (Model.class.isAssignableFrom(found)) {
                    return (Model) found.getMethod("create", long.class).invoke(null, 0L);
                }
            } catch (ClassNotFoundException e) {
                // Another name may be right.
            } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException | LinkageError e) {
                throw new IllegalArgumentException(
                        name + " can't be used: " + reason(e)
                                + "; compile it with this version of Longhand, and give all that it"
                                + " needs by --class-path",
                        e);
            }
        }
        String path = classPath.stream().map(Path::toString).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("There is no model of " + declaration + " in " + path
                + ": compile the declaration first, or give the folder of its classes by --class-path");
    }

    /** What went wrong, without the exceptions that only say that a method or an initializer failed. */
    private static Throwable reason(Throwable failure) {
        boolean isWrapped =
                failure instanceof InvocationTargetException || failure instanceof ExceptionInInitializerError;
        Throwable cause = failure.getCause();
        return isWrapped && cause != null ? reason(cause) : failure;
    }

    private static URL[] urls(List<Path> classPath) {
        List<URL> urls = new ArrayList<>();
        for (Path entry : classPath) {
            if (!Files.exists(entry)) {
                throw new IllegalArgumentException(entry + " isn't there, but is on the class path: compile the"
                        + " declaration first, or give the folder of its classes by --class-path");
            }
            try {
                urls.add(entry.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(entry + " can't be on a class path", e);
            }
        }
        return urls.toArray(URL[]::new);
    }

    /** The names that the model's class may have: a nested declaration's contains those of the outer ones. */
    private static Set<String> names(String declaration) {
        Set<String> names = new LinkedHashSet<>();
        names.add(declaration);
        String name = declaration.replace('$', '_');
        names.add(name + "Model");
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            name = name.substring(0, dot) + "_" + name.substring(dot + 1);
            names.add(name + "Model");
        }
        return names;
    }
}
