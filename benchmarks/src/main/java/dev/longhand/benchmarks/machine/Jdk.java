package dev.longhand.benchmarks.machine;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A JDK to run on.
 *
 * @param java its command
 * @param version such as {@code 25.0.3}
 */
public record Jdk(String java, String version) {

    /** The flag that the Vector API needs. */
    public static final String VECTOR_MODULE = "--add-modules=jdk.incubator.vector";

    /** The JDK that runs this. */
    public static Jdk current() {
        return new Jdk(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                Runtime.version().feature() + "." + Runtime.version().interim() + "."
                        + Runtime.version().update());
    }

    /** The JDK in this folder, described by its file {@code release}. */
    public static Jdk in(Path home) throws IOException {
        Properties release = new Properties();
        try (Reader file = Files.newBufferedReader(home.resolve("release"), StandardCharsets.UTF_8)) {
            release.load(file);
        }
        return new Jdk(
                home.resolve("bin").resolve("java").toString(),
                release.getProperty("JAVA_VERSION", "unknown").replace("\"", ""));
    }

    /** The JDKs in these folders; the one that runs this if there are none. */
    public static List<Jdk> all(List<Path> homes) throws IOException {
        if (homes.isEmpty()) {
            return List.of(current());
        }
        List<Jdk> all = new ArrayList<>();
        for (Path home : homes) {
            all.add(in(home));
        }
        return all;
    }
}
