package dev.longhand.benchmarks.machine;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Measures the machine's peak in a separate process that has the Vector API. */
public final class Probe {

    private static final int ATTEMPTS = 12;

    /** The length of the copied arrays: 128 MB each, far larger than any cache. */
    private static final int LARGE = 1 << 25;

    private Probe() {}

    /** See {@link Machine}. */
    public record Result(double gigaflops, double gigabytes, double gigabytesAllCores) {

        /** Nothing was measured. */
        public static final Result NONE = new Result(0, 0, 0);
    }

    /** Starts the process on this JDK and waits for its result. */
    public static Result on(Jdk jdk) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        jdk.java(),
                        Jdk.VECTOR_MODULE,
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Probe.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
            return Result.NONE;
        }
        return new Gson().fromJson(said, Result.class);
    }

    /** Prints a {@link Result} as JSON. */
    public static void main(String[] args) {
        System.out.println(new Gson().toJson(new Result(gigaflops(), gigabytes(1), gigabytes(cores()))));
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static double gigaflops() {
        double best = 0;
        for (int i = 0; i < ATTEMPTS; i++) {
            int turns = 2_000_000;
            long start = System.nanoTime();
            MultiplyAdds.run(turns);
            best = Math.max(best, MultiplyAdds.flops(turns) / (System.nanoTime() - start));
        }
        return best;
    }

    private static double gigabytes(int threads) {
        int part = LARGE / threads;
        float[] from = new float[part * threads];
        float[] to = new float[part * threads];
        Arrays.fill(from, 1);
        double best = 0;
        for (int i = 0; i < ATTEMPTS; i++) {
            long start = System.nanoTime();
            IntStream.range(0, threads)
                    .parallel()
                    .forEach(thread -> System.arraycopy(from, thread * part, to, thread * part, part));
            best = Math.max(best, 2.0 * Float.BYTES * part * threads / (System.nanoTime() - start));
        }
        return best;
    }
}
