package dev.longhand.benchmarks.compile;

import dev.longhand.benchmarks.compile.TimedCompiler.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code compile}: what the annotation processor costs. Ten networks in a new compiler, and one changed network in a warm
 * one, each also without the processor, from the declaration and the generated source. Medians.
 */
@Command(
        name = "compile",
        description = "Measures what the annotation processor adds to the time of a compilation.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class CompileCommand implements Callable<Integer> {

    @Option(names = "--networks", description = "Networks that a new compiler compiles.")
    private int networks = 10;

    @Option(names = "--rounds", description = "Compilations in new processes, of each kind.")
    private int rounds = 5;

    @Option(names = "--warm-up", description = "Compilations of a network that aren't measured.")
    private int warmUp = 100;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("compile");
        System.out.printf(Locale.ROOT, "JDK %s%n", Runtime.version());
        System.out.printf("%-36s %12s %18s%n", "", "elapsed", "processor time");
        try {
            cold(folder);
            warm(folder);
        } finally {
            delete(folder);
        }
        return 0;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void cold(Path folder) throws IOException, InterruptedException {
        List<Path> declarations = Networks.write(Files.createDirectory(folder.resolve("ten")), networks, 24);
        Path output = folder.resolve("output");
        List<String> processed = TimedCompiler.arguments(output, declarations, true);
        TimedCompiler.cold(processed);
        List<Path> all = Stream.concat(declarations.stream(), TimedCompiler.sources(output).stream())
                .toList();
        List<String> plain = TimedCompiler.arguments(folder.resolve("plain"), all, false);
        List<Time> with = new ArrayList<>();
        List<Time> without = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            with.add(TimedCompiler.cold(processed));
            without.add(TimedCompiler.cold(plain));
        }
        print(networks + " networks, new compiler", with, without);
    }

    private void warm(Path folder) throws IOException {
        Path changed = Files.createDirectory(folder.resolve("one"));
        List<Time> with = new ArrayList<>();
        List<Time> without = new ArrayList<>();
        for (int i = 0; i < 2 * warmUp; i++) {
            Path output = folder.resolve("one" + i);
            List<Path> declaration = Networks.write(changed, 1, 64 + i % 32);
            Time processed = TimedCompiler.warm(TimedCompiler.arguments(output, declaration, true));
            List<Path> both = Stream.concat(declaration.stream(), TimedCompiler.sources(output).stream())
                    .toList();
            Time plain = TimedCompiler.warm(TimedCompiler.arguments(folder.resolve("plain" + i), both, false));
            if (i >= warmUp) {
                with.add(processed);
                without.add(plain);
            }
        }
        print("1 network, warm compiler", with, without);
    }

    private static void print(String what, List<Time> with, List<Time> without) {
        row(what + ", with", with);
        row("    without the processor", without);
        System.out.printf(
                Locale.ROOT,
                "%-36s %9.0f ms %15.0f ms%n",
                "    difference",
                1e3 * (median(with, Time::seconds) - median(without, Time::seconds)),
                1e3 * (median(with, Time::processorSeconds) - median(without, Time::processorSeconds)));
    }

    private static void row(String what, List<Time> times) {
        System.out.printf(
                Locale.ROOT,
                "%-36s %9.0f ms %15.0f ms%n",
                what,
                1e3 * median(times, Time::seconds),
                1e3 * median(times, Time::processorSeconds));
    }

    private static double median(List<Time> times, ToDoubleFunction<Time> value) {
        double[] sorted = times.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
