package dev.longhand.processor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints the processor time that networks take to compile in a warm compiler, with all of javac and in the annotation
 * processor alone: one network of 125 to 1,000 layers, and a hundred of two layers. Milliseconds of the thread, the least
 * of three runs.
 */
final class CompileTime {

    private static final int RUNS = 3;

    private static final int NETWORKS = 100;

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private CompileTime() {}

    public static void main(String[] arguments) throws IOException {
        time(deep(100));
        System.out.printf(Locale.ROOT, "%8s %12s %12s %14s%n", "layers", "milliseconds", "processor", "a layer");
        for (int layers = 125; layers <= 1000; layers *= 2) {
            double[] times = time(deep(layers));
            System.out.printf(Locale.ROOT, "%8d %12.0f %12.0f %14.2f%n", layers, times[0], times[1], times[1] / layers);
        }
        System.out.printf(Locale.ROOT, "%n%8s %12s %12s %14s%n", "networks", "milliseconds", "processor", "a network");
        double[] times = time(small());
        System.out.printf(Locale.ROOT, "%8d %12.0f %12.0f %14.2f%n", NETWORKS, times[0], times[1], times[1] / NETWORKS);
    }

    /** Of everything, and of the processor alone with what javac does for it. */
    private static double[] time(Map<String, String> sources) throws IOException {
        double whole = Double.MAX_VALUE;
        double processor = Double.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            Path folder = Files.createTempDirectory("layers");
            long start = THREAD.getCurrentThreadCpuTime();
            Compilation.of(Compiler.JAVAC, folder.resolve("whole"), sources);
            whole = Math.min(whole, (THREAD.getCurrentThreadCpuTime() - start) / 1e6);
            List<Path> files = new ArrayList<>();
            for (Map.Entry<String, String> source : sources.entrySet()) {
                files.add(Files.writeString(folder.resolve(source.getKey() + ".java"), source.getValue()));
            }
            start = THREAD.getCurrentThreadCpuTime();
            Compiler.JAVAC.process(files, List.of(), List.of(new NetworkProcessor()));
            processor = Math.min(processor, (THREAD.getCurrentThreadCpuTime() - start) / 1e6);
            Compiler.delete(folder);
        }
        return new double[] {whole, processor};
    }

    /** A hundred networks of two layers, each in a file. */
    private static Map<String, String> small() {
        Map<String, String> sources = new LinkedHashMap<>();
        for (int i = 0; i < NETWORKS; i++) {
            sources.put("Small" + i, """
                    import dev.longhand.*;
                    import dev.longhand.layer.*;
                    @Network(input = 7, loss = Loss.CROSS_ENTROPY) interface Small%d {
                        @Dense(units = 16, activation = Activation.RELU) Layer hidden();
                        @Dense(units = 3, activation = Activation.SOFTMAX) Layer output();
                    }
                    """.formatted(i));
        }
        return sources;
    }

    /** A network of pairs: a dense layer, and its sum with the layer before it. */
    private static Map<String, String> deep(int layers) {
        StringBuilder source = new StringBuilder("import dev.longhand.*;\nimport dev.longhand.layer.*;\n"
                + "@Network(input = 16, loss = Loss.MEAN_SQUARED_ERROR) interface Deep {\n"
                + "@Dense(units = 16) Layer layer0();\n");
        for (int i = 1; i < layers; i++) {
            source.append(
                    i % 2 == 1
                            ? "@Dense(units = 16, activation = Activation.RELU) Layer layer%d();%n".formatted(i)
                            : "@From({\"layer%d\", \"layer%d\"}) @Add Layer layer%d();%n".formatted(i - 1, i - 2, i));
        }
        return Map.of("Deep", source.append("}\n").toString());
    }
}
