package dev.longhand.benchmarks.curves;

import dev.longhand.benchmarks.work.Task;
import dev.longhand.data.Dataset;
import dev.longhand.model.Model;
import dev.longhand.optimizer.Adam;
import dev.longhand.training.TrainingStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code curves}: the training time per sample as a function of one size, the others fixed. Runs in this
 * process, with its JDK and kernels.
 */
@Command(
        name = "curves",
        description = "Draws how the cost of training grows with batch, width, depth and threads.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class CurvesCommand implements Callable<Integer> {

    private static final int BATCH = 100;

    private static final int LEAST_STEPS = 5;

    private static final List<Integer> BATCHES = List.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000);

    @Option(names = "--seconds", description = "Length of each measurement, and of the warm-up before it.")
    private double seconds = 2;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Folder for pictures and CSV, such as docs/images.")
    private Path out = Path.of("benchmarks", "target", "curves");

    private float[] images = {};
    private float[] targets = {};

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(out);
        Dataset data = Task.TWO_HIDDEN.train().take(2 * BATCHES.get(BATCHES.size() - 1));
        images = data.inputs();
        targets = data.targets();
        List<Integer> threads = IntStream.rangeClosed(1, Runtime.getRuntime().availableProcessors())
                .boxed()
                .toList();
        List<Double> byBatch = new ArrayList<>();
        for (int batch : BATCHES) {
            byBatch.add(microsASample(Task.TWO_HIDDEN.model(1), batch, 1));
        }
        write(new Curve("batch", "784-100-100-10, one thread", BATCHES, "samples a step", byBatch));
        write(grown("width", "784-width-width-10, batch 100, one thread", "width", GrownNetworks.byWidth()));
        write(grown("depth", "784-128-…-128-10, batch 100, one thread", "hidden layers", GrownNetworks.byDepth()));
        List<Double> byThreads = new ArrayList<>();
        for (int count : threads) {
            byThreads.add(microsASample(GrownNetworks.wide(), BATCH, count));
        }
        write(new Curve("threads", "784-512-512-10, batch 100", threads, "threads", byThreads));
        return 0;
    }

    private void write(Curve curve) throws IOException {
        curve.write(out);
        System.out.println(curve.name() + " " + curve.x() + ": " + curve.micros() + " µs a sample");
    }

    private Curve grown(String name, String title, String xTitle, Map<Integer, Model> models) {
        List<Double> micros = new ArrayList<>();
        for (Model model : models.values()) {
            micros.add(microsASample(model, BATCH, 1));
        }
        return new Curve(name, title, List.copyOf(models.keySet()), xTitle, micros);
    }

    /** The median of many short measurements, which is robust against disturbances. */
    private double microsASample(Model model, int batch, int threads) {
        int in = Task.TWO_HIDDEN.inputs();
        int out = Task.TWO_HIDDEN.outputs();
        int batches = targets.length / out / batch;
        float[][] x = new float[batches][batch * in];
        float[][] t = new float[batches][batch * out];
        for (int i = 0; i < batches; i++) {
            System.arraycopy(images, i * x[i].length, x[i], 0, x[i].length);
            System.arraycopy(targets, i * t[i].length, t[i], 0, t[i].length);
        }
        List<Double> micros = new ArrayList<>();
        try (TrainingStep step = TrainingStep.of(model, Adam.learningRate(1e-4), batch, 1, threads)) {
            long start = System.nanoTime();
            for (int i = 0; micros.size() < LEAST_STEPS || System.nanoTime() - start < 2e9 * seconds; i++) {
                long stepStart = System.nanoTime();
                step.run(x[i % batches], t[i % batches]);
                if (stepStart - start > 1e9 * seconds) {
                    micros.add((System.nanoTime() - stepStart) / 1e3 / batch);
                }
            }
        }
        return micros.stream().sorted().skip(micros.size() / 2).findFirst().orElse(Double.NaN);
    }
}
