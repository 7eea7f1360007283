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
 * Another library's engine as the Maven profile {@code peers} builds it: in its own folder and with its
 * own class path, because the libraries need conflicting versions of their dependencies.
 *
 * @param engine the service's name
 * @param options the options of its Java process
 * @param classPath its class path
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

    /** All peers that are built, sorted by the names of their folders. */
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
