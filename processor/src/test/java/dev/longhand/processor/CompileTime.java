package dev.longhand.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Prints how long networks of 125 to 1,000 layers take to compile, with and without the processor, in a warm compiler:
 * milliseconds, the least of three runs.
 */
final class CompileTime {

    private static final int RUNS = 3;

    private CompileTime() {}

    public static void main(String[] arguments) throws IOException {
        time(100);
        System.out.printf(Locale.ROOT, "%8s %12s %12s %14s%n", "layers", "milliseconds", "processor", "a layer");
        for (int layers = 125; layers <= 1000; layers *= 2) {
            long[] times = time(layers);
            System.out.printf(
                    Locale.ROOT,
                    "%8d %12d %12d %14.2f%n",
                    layers,
                    times[0] / 1_000_000,
                    times[1] / 1_000_000,
                    times[1] / 1e6 / layers);
        }
    }

    /** The whole time, and that of the processor alone. */
    private static long[] time(int layers) throws IOException {
        long whole = Long.MAX_VALUE;
        long processor = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            Path folder = Files.createTempDirectory("layers");
            long start = System.nanoTime();
            Compilation.of(Compiler.JAVAC, folder.resolve("whole"), Map.of("Deep", source(layers)));
            whole = Math.min(whole, System.nanoTime() - start);
            Path file = Files.writeString(folder.resolve("Deep.java"), source(layers));
            start = System.nanoTime();
            Compiler.JAVAC.process(List.of(file), List.of(), List.of(new RecordingProcessor()));
            processor = Math.min(processor, System.nanoTime() - start);
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path old : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(old);
                }
            }
        }
        return new long[] {whole, processor};
    }

    /** A network of pairs: a dense layer, and its sum with the layer before it. */
    private static String source(int layers) {
        StringBuilder source = new StringBuilder("import dev.longhand.*;\nimport dev.longhand.layer.*;\n"
                + "@Network(input = 16, loss = Loss.MEAN_SQUARED_ERROR) interface Deep {\n"
                + "@Dense(units = 16) Layer layer0();\n");
        for (int i = 1; i < layers; i++) {
            source.append(
                    i % 2 == 1
                            ? "@Dense(units = 16, activation = Activation.RELU) Layer layer%d();%n".formatted(i)
                            : "@From({\"layer%d\", \"layer%d\"}) @Add Layer layer%d();%n".formatted(i - 1, i - 2, i));
        }
        return source.append("}\n").toString();
    }
}
