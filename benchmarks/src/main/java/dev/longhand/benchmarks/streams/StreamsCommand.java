package dev.longhand.benchmarks.streams;

import dev.longhand.Shape;
import dev.longhand.benchmarks.bits.Sha256;
import dev.longhand.benchmarks.work.Task;
import dev.longhand.data.MappedArray;
import dev.longhand.data.MappedSource;
import dev.longhand.data.Mnist;
import dev.longhand.kernel.Kernels;
import dev.longhand.model.Model;
import dev.longhand.training.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code streams}: the speed of a training on a file of any size, and the SHA-256 of the parameters it ends with; with
 * {@code --in-memory} the same on the same samples in memory. Runs in this process, with its JDK, heap and kernels.
 */
@Command(
        name = "streams",
        description = "Measures training on a generated file that needn't fit into memory.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class StreamsCommand implements Callable<Integer> {

    private static final int SAMPLE_BYTES = 784;

    @Option(names = "--gigabytes", description = "Size of the generated file of images, in 10⁹ bytes.")
    private double gigabytes = 6;

    @Option(names = "--folder", description = "Where the files are, or are written if they aren't there.")
    private Path folder = Path.of("benchmarks", "target", "streams");

    @Option(names = "--in-memory", description = "Reads all samples into memory first.")
    private boolean isInMemory;

    @Option(names = "--task", description = "TWO_HIDDEN or CONVOLUTIONAL.")
    private Task task = Task.TWO_HIDDEN;

    @Option(names = "--epochs", description = "Passes over the samples.")
    private int epochs = 1;

    @Option(names = "--threads", description = "Threads that train.")
    private int threads = 1;

    @Option(names = "--readers", description = "Threads that read ahead.")
    private int readers = 1;

    @Option(names = "--window", description = "Samples shuffled among themselves; 0 for all.")
    private int window;

    @Option(names = "--warm-up", description = "Seconds that aren't measured, at the start.")
    private double warmUp = 5;

    @Override
    public Integer call() throws IOException {
        DigitFiles files = new DigitFiles(folder);
        int samples = (int) Math.min(Integer.MAX_VALUE, gigabytes * 1e9 / SAMPLE_BYTES);
        files.generate(samples);
        System.out.printf(
                Locale.ROOT,
                "%d samples, %.2f GB, heap of %d MiB, %s%n",
                samples,
                Files.size(files.images()) / 1e9,
                Runtime.getRuntime().maxMemory() >> 20,
                Kernels.description());
        Model model = task.model(1);
        Throughput throughput = new Throughput(warmUp);
        Trainer trainer = Trainer.of(model)
                .optimizer(task.optimizer())
                .batchSize(task.batch())
                .epochs(epochs)
                .seed(1)
                .threads(threads)
                .readers(readers)
                .callback(throughput);
        if (isInMemory) {
            trainer.fit(Mnist.in(folder).train());
        } else {
            MappedArray images = MappedArray.idx(files.images());
            MappedSource source = MappedSource.ofLabels(images, MappedArray.idx(files.labels()), 10)
                    .divideInputs(255)
                    .inputShape(Shape.of(SAMPLE_BYTES));
            (window > 0 ? trainer.shuffleWindow(window) : trainer).fit(source);
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f samples/s, SHA-256 of the parameters %s%n",
                isInMemory ? "in memory" : "from the file",
                throughput.samplesPerSecond(),
                new Sha256().add(model.parameters().copy()).hex());
        return 0;
    }
}
