package dev.longhand.benchmarks.jmh;

import dev.longhand.benchmarks.machine.Jdk;
import dev.longhand.benchmarks.machine.Machine;
import dev.longhand.benchmarks.machine.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code jmh}: the parts of Longhand by JMH, on each JDK with each kernel set. */
@Command(
        name = "jmh",
        description = "Measures kernels, layers, steps, predictions, optimizers and functions by JMH.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class JmhCommand implements Callable<Integer> {

    @Option(names = "--include", split = ",", description = "Regular expressions of benchmarks; all by default.")
    private List<String> include = List.of(".*");

    @Option(
            names = "--param",
            paramLabel = "NAME=A,B",
            description = "Values of a benchmark's parameter instead of all, such as shape=100x784x100.")
    private List<String> parameters = List.of();

    @Option(names = "--jdk", paramLabel = "FOLDER", description = "A JDK; may be repeated; default: the current one.")
    private List<Path> jdks = List.of();

    @Option(names = "--kernels", split = ",", description = "Kernels: plain, vector.")
    private List<String> kernels = List.of("plain", "vector");

    @Option(names = "--forks", description = "Processes for each benchmark.")
    private int forks = 2;

    @Option(names = "--warmup", description = "Warm-up iterations, which aren't counted.")
    private int warmup = 3;

    @Option(names = "--iterations", description = "Measured iterations.")
    private int iterations = 5;

    @Option(names = "--seconds", description = "Length of an iteration.")
    private double seconds = 0.5;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Folder for tables and JSON.")
    private Path out = Path.of("benchmarks", "target", "jmh");

    @Option(names = "--docs", paramLabel = "FOLDER", description = "Another folder for tables.")
    private @Nullable Path docs;

    @Override
    public Integer call() throws IOException, InterruptedException, RunnerException {
        Files.createDirectories(out);
        List<Jdk> all = Jdk.all(jdks);
        Machine machine = Machine.of(Probe.on(all.get(all.size() - 1)));
        JmhTable table = new JmhTable(machine);
        for (Jdk jdk : all) {
            for (String kernel : kernels) {
                table.add(jdk.version() + " " + kernel, run(jdk, kernel));
            }
        }
        String markdown = table.markdown();
        Files.writeString(out.resolve("jmh.md"), markdown);
        if (docs != null) {
            Files.writeString(Files.createDirectories(docs).resolve("jmh.md"), markdown);
        }
        System.out.println(markdown);
        return 0;
    }

    private Collection<RunResult> run(Jdk jdk, String kernel) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .jvm(jdk.java())
                .forks(forks)
                .warmupIterations(warmup)
                .measurementIterations(iterations)
                .warmupTime(time())
                .measurementTime(time())
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result(out.resolve("jmh-" + jdk.version() + "-" + kernel + ".json")
                        .toString())
                .jvmArgsAppend(
                        kernel.equals("vector")
                                ? new String[] {"-Dlonghand.kernels=vector", Jdk.VECTOR_MODULE}
                                : new String[] {"-Dlonghand.kernels=" + kernel});
        include.forEach(options::include);
        for (String parameter : parameters) {
            String[] parts = parameter.split("=", 2);
            options.param(parts[0], parts[1].split(",", -1));
        }
        return new Runner(options.build()).run();
    }

    private TimeValue time() {
        return TimeValue.milliseconds(Math.round(1000 * seconds));
    }
}
