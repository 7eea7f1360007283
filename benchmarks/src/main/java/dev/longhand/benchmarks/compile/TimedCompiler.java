package dev.longhand.benchmarks.compile;

import com.palantir.javapoet.JavaFile;
import dev.longhand.Network;
import dev.longhand.model.Model;
import dev.longhand.processor.NetworkProcessor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs javac, in this process or in a new one, and measures its time. */
final class TimedCompiler {

    private static final ToolProvider JAVAC = ToolProvider.findFirst("javac").orElseThrow();

    private TimedCompiler() {}

    /**
     * The time of one compilation.
     *
     * @param seconds that passed
     * @param processorSeconds that the threads of the process computed; of this thread, if the process goes on
     */
    record Time(double seconds, double processorSeconds) {}

    /** Compiles in a new process; prints the seconds that its threads computed. */
    public static void main(String[] arguments) {
        run(List.of(arguments));
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.print(system.getProcessCpuTime() / 1e9);
    }

    private static void run(List<String> arguments) {
        int code = JAVAC.run(System.err, System.err, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException("javac failed with " + code);
        }
    }

    /** The arguments that compile sources, with the annotation processor or without any. */
    static List<String> arguments(Path output, List<Path> sources, boolean isProcessed) throws IOException {
        Files.createDirectories(output);
        List<String> arguments =
                new ArrayList<>(List.of("-encoding", "UTF-8", "-cp", path(Network.class, Model.class)));
        arguments.addAll(
                isProcessed
                        ? List.of("-processorpath", path(NetworkProcessor.class, Network.class, JavaFile.class))
                        : List.of("-proc:none"));
        arguments.addAll(List.of("-d", output.toString(), "-s", output.toString()));
        sources.forEach(source -> arguments.add(source.toString()));
        return arguments;
    }

    /** In a new process. */
    static Time cold(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                path(TimedCompiler.class, NetworkProcessor.class, Network.class, Model.class, JavaFile.class),
                TimedCompiler.class.getName()));
        command.addAll(arguments);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("javac failed");
        }
        return new Time((System.nanoTime() - start) / 1e9, Double.parseDouble(printed));
    }

    /** In this process, whose compiler is warm if it has run often. */
    static Time warm(List<String> arguments) {
        var thread = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long startOfThread = thread.getCurrentThreadCpuTime();
        run(arguments);
        return new Time((System.nanoTime() - start) / 1e9, (thread.getCurrentThreadCpuTime() - startOfThread) / 1e9);
    }

    /** The sources in a folder. */
    static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String path(Class<?>... types) {
        return Stream.of(types).map(TimedCompiler::location).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
