package dev.longhand.benchmarks.compare;

import dev.longhand.benchmarks.compare.Build.Case;
import dev.longhand.benchmarks.machine.Figures;
import dev.longhand.benchmarks.machine.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code compare}: the JMH benchmarks of two builds, their forks in turn, so that other load affects both alike. */
@Command(
        name = "compare",
        description = "Compares the speed of two builds of this jar.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class CompareCommand implements Callable<Integer> {

    @Option(names = "--old", required = true, paramLabel = "JAR", description = "The build to compare with.")
    private Path before = Path.of("");

    @Option(names = "--new", required = true, paramLabel = "JAR", description = "The build to measure against it.")
    private Path after = Path.of("");

    @Option(
            names = "--include",
            description = "Regular expression to find in class, method and parameters, such as 'Pool.*batch=100'.")
    private Pattern include = Pattern.compile("");

    @Option(names = "--forks", description = "Processes of each build and benchmark, at least 2.")
    private int forks = 10;

    @Option(names = "--warmup", description = "Warm-up iterations, which aren't counted.")
    private int warmup = 3;

    @Option(names = "--iterations", description = "Measured iterations.")
    private int iterations = 3;

    @Option(names = "--seconds", description = "Length of an iteration.")
    private double seconds = 1;

    @Option(names = "--limit", description = "Ratios whose whole interval lies below this are marked.")
    private double limit = 0.98;

    @Option(names = "--jdk", paramLabel = "FOLDER", description = "The JDK to run; default: the current one.")
    private @Nullable Path jdk;

    @Option(names = "--kernels", description = "Kernels: plain or vector.")
    private String kernels = "vector";

    @Option(names = "--out", paramLabel = "FOLDER", description = "Folder for the last fork's result and log.")
    private Path out = Path.of("benchmarks", "target", "compare");

    @Override
    public Integer call() throws IOException, InterruptedException {
        Files.createDirectories(out);
        Build oldBuild = new Build(before);
        Build newBuild = new Build(after);
        ForkSettings settings = new ForkSettings(java(), warmup, iterations, seconds, out);
        List<Case> cases = newBuild.cases();
        cases.retainAll(oldBuild.cases());
        cases.removeIf(benchmark -> !include.matcher(benchmark.toString()).find());
        System.out.println("| benchmark | old, 1/s | new, 1/s | new/old | 99 % | |");
        System.out.println("| --- | ---: | ---: | ---: | --- | --- |");
        int slower = 0;
        for (Case benchmark : cases) {
            double[] olds = new double[forks];
            double[] news = new double[forks];
            for (int fork = 0; fork < forks; fork++) {
                olds[fork] = oldBuild.throughput(benchmark, settings);
                news[fork] = newBuild.throughput(benchmark, settings);
            }
            Ratio ratio = Ratio.of(olds, news);
            slower += ratio.isBelow(limit) ? 1 : 0;
            System.out.println(row(benchmark, olds, news, ratio));
        }
        System.out.printf(Locale.ROOT, "%n%d of %d slower than %s of the old build%n", slower, cases.size(), limit);
        return slower == 0 ? 0 : 1;
    }

    private List<String> java() throws IOException {
        String command = (jdk == null ? Jdk.current() : Jdk.in(jdk)).java();
        String choice = "-Dlonghand.kernels=" + kernels;
        return kernels.equals("vector") ? List.of(command, Jdk.VECTOR_MODULE, choice) : List.of(command, choice);
    }

    private String row(Case benchmark, double[] olds, double[] news, Ratio ratio) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.3f | %.3f–%.3f | %s |",
                benchmark,
                Figures.text(Arrays.stream(olds).average().orElseThrow()),
                Figures.text(Arrays.stream(news).average().orElseThrow()),
                ratio.value(),
                ratio.low(),
                ratio.high(),
                ratio.isBelow(limit) ? "slower" : "");
    }
}
