package dev.longhand.examples.table;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.jspecify.annotations.Nullable;

/** The files of a compilation, of which those that it writes stay in memory. */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {

    private final Map<String, Written> classes = new ConcurrentHashMap<>();
    private final Map<String, Written> sources = new ConcurrentHashMap<>();

    MemoryFiles(StandardJavaFileManager files) {
        super(files);
    }

    /** A source to compile. */
    static JavaFileObject source(String className, String text) {
        return new SimpleJavaFileObject(uri(className, Kind.SOURCE), Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            JavaFileManager.Location location, String className, Kind kind, @Nullable FileObject sibling) {
        Written written = new Written(className, kind);
        (kind == Kind.CLASS ? classes : sources).put(className, written);
        return written;
    }

    /** The source that an annotation processor wrote of a class; empty if none did. */
    String sourceOf(String className) {
        Written written = sources.get(className);
        return written == null ? "" : written.getCharContent(true).toString();
    }

    /** Loads the classes that were written. */
    ClassLoader loader() {
        Map<String, Written> loaded = Map.copyOf(classes);
        return new ClassLoader(MemoryFiles.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                Written written = loaded.get(name);
                if (written == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = written.bytes.toByteArray();
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }

    private static URI uri(String className, Kind kind) {
        return URI.create("memory:///" + className.replace('.', '/') + kind.extension);
    }

    /** A file in memory. */
    private static final class Written extends SimpleJavaFileObject {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Written(String className, Kind kind) {
            super(uri(className, kind), kind);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }

        @Override
        public Writer openWriter() {
            return new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
