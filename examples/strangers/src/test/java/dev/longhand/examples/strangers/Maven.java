package dev.longhand.examples.strangers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts Maven with a local repository of its own: the installed artifacts of Longhand, and links to all other artifacts of
 * the repository of this build, so that nothing is downloaded twice and nothing of Longhand gets into that repository.
 *
 * @param home the installation of Maven
 * @param repository the local repository
 * @param isOffline whether nothing may be downloaded
 */
record Maven(Path home, Path repository, boolean isOffline) {

    /**
     * Links the repository of this build and what it has installed.
     *
     * @param folder a new folder, which becomes the local repository
     */
    static Maven of(Path installed, Path folder) throws IOException {
        Path shared = Path.of(System.getProperty("longhand.repository"));
        link(shared, Files.createDirectory(folder), "dev");
        Path dev = Files.createDirectory(folder.resolve("dev"));
        if (Files.isDirectory(shared.resolve("dev"))) {
            link(shared.resolve("dev"), dev, "longhand");
        }
        Files.createSymbolicLink(dev.resolve("longhand"), installed.resolve(Path.of("dev", "longhand")));
        return new Maven(
                Path.of(System.getProperty("maven.home")),
                folder,
                System.getProperty("longhand.offline").equals("offline true"));
    }

    /** Links all entries of a folder but one. */
    private static void link(Path from, Path to, String except) throws IOException {
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                if (!entry.endsWith(except)) {
                    Files.createSymbolicLink(to.resolve(entry.getFileName()), entry.toAbsolutePath());
                }
            }
        }
    }

    /** Runs Maven in a folder, which must succeed. */
    void run(Path folder, Path jdk, String... arguments) throws IOException, InterruptedException {
        boolean isWindows =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin").resolve(isWindows ? "mvn.cmd" : "mvn").toString(),
                "-B",
                "-ntp",
                "-q",
                "-nsu",
                "-Dmaven.repo.local=" + repository));
        if (isOffline) {
            command.add("-o");
        }
        command.addAll(Arrays.asList(arguments));
        Path log = folder.resolve("maven.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()));
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", jdk.toString());
        // Maven's own JVM runs for seconds, which the optimizing compiler wouldn't earn back.
        environment.put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        environment.remove("MAVEN_ARGS");
        assertThat(builder.start().waitFor())
                .as(command + "\n" + Files.readString(log))
                .isZero();
    }
}
