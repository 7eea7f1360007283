package dev.longhand.benchmarks.contest;

import java.io.IOException;
import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * An engine of others as the Maven profile {@code peers} has built it, each in a folder and with a
 * class path of its own, because they don't agree on the versions of what they need.
 *
 * @param engine the service's name
 * @param options of its Java process
 * @param classPath all that it needs
 */
record Peer(String engine, List<String> options, String classPath) {

    /** The folder of the peers, seen from this class's jar in {@code benchmarks/target}. */
    static Path folder() {
        try {
            Path jar = Path.of(Peer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return jar.resolve("../../peers").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that were built, by name of their folder. */
    static List<Peer> builtIn(Path folder) throws IOException {
        List<Peer> peers = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return peers;
        }
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.sorted().toList()) {
                Path target = child.resolve("target");
                if (Files.exists(target.resolve("classpath"))) {
                    peers.add(read(target));
                }
            }
        }
        return peers;
    }

    private static Peer read(Path target) throws IOException {
        Path classes = target.resolve("classes");
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(classes.resolve("peer.properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        String options = properties.getProperty("options", "").replace("{target}", target.toString());
        String dependencies = Files.readString(target.resolve("classpath")).strip();
        return new Peer(
                properties.getProperty("engine"),
                Stream.of(options.split(" "))
                        .filter(option -> !option.isEmpty())
                        .toList(),
                classes + System.getProperty("path.separator") + dependencies);
    }
}
