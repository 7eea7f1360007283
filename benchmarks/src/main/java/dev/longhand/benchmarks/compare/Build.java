package dev.longhand.benchmarks.compare;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/**
 * A build of these benchmarks.
 *
 * @param jar its jar, with its dependencies in lib beside it
 */
record Build(Path jar) {

    /** A benchmark with one value of each of its parameters. */
    record Case(String name, Map<String, String> parameters) {

        @Override
        public String toString() {
            String[] parts = name.split("\\.", -1);
            return parts[parts.length - 2] + "." + parts[parts.length - 1]
                    + (parameters.isEmpty() ? "" : " " + parameters);
        }
    }

    /** All its benchmarks with all values of their parameters. */
    List<Case> cases() throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            ZipEntry entry = file.getEntry(BenchmarkList.BENCHMARK_LIST.substring(1));
            if (entry == null) {
                throw new IllegalArgumentException(jar + " holds no benchmarks of JMH");
            }
            try (InputStream list = file.getInputStream(entry)) {
                List<Case> cases = new ArrayList<>();
                for (BenchmarkListEntry benchmark : new TreeSet<>(BenchmarkList.readBenchmarkList(list))) {
                    add(cases, benchmark);
                }
                return cases;
            }
        }
    }

    private static void add(List<Case> cases, BenchmarkListEntry benchmark) {
        List<Map<String, String>> all = List.of(Map.of());
        for (Map.Entry<String, String[]> parameter :
                benchmark.getParams().orElse(Map.of()).entrySet()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> values : all) {
                for (String value : parameter.getValue()) {
                    Map<String, String> more = new LinkedHashMap<>(values);
                    more.put(parameter.getKey(), value);
                    longer.add(more);
                }
            }
            all = longer;
        }
        all.forEach(values -> cases.add(new Case(benchmark.getUsername(), values)));
    }

    /** Runs one fork: the mean throughput of the measured iterations, in operations a second. */
    double throughput(Case benchmark, ForkSettings settings) throws IOException, InterruptedException {
        Path result = settings.folder().resolve("fork.json");
        Path log = settings.folder().resolve("fork.log");
        List<String> command = new ArrayList<>(settings.java());
        command.addAll(List.of("-cp", jar.toAbsolutePath().toString(), "org.openjdk.jmh.Main"));
        command.add("^" + benchmark.name().replace(".", "\\.") + "$");
        benchmark.parameters().forEach((name, value) -> command.addAll(List.of("-p", name + "=" + value)));
        command.addAll(settings.options());
        command.addAll(List.of("-rf", "json", "-rff", result.toString()));
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException(benchmark + " of " + jar + " failed:\n" + Files.readString(log));
        }
        return JmhResult.throughput(result);
    }
}
