package dev.longhand.examples.text;

import dev.longhand.examples.Count;
import dev.longhand.examples.Rate;
import dev.longhand.examples.report.Progress;
import dev.longhand.examples.report.Report;
import dev.longhand.io.Weights;
import dev.longhand.kernel.Kernels;
import dev.longhand.model.Model;
import dev.longhand.optimizer.Adam;
import dev.longhand.training.TrainingStep;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains a network on a text, letter by letter, and generates text with it. */
@Command(
        name = "text",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Learns to write like a text, letter by letter, with an LSTM.")
public final class Text implements Callable<Integer> {

    private static final String EMBEDDED = "genesis.txt";

    /** The number of lines in the table of the training. */
    private static final int LINES = 10;

    private static final int WIDTH = 79;

    private final Report report;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "The text, UTF-8; by default the book of Genesis, King James Version.")
    private @Nullable Path file;

    @Option(
            names = "--steps",
            converter = Count.class,
            paramLabel = "COUNT",
            description = "The number of training steps; default ${DEFAULT-VALUE}.")
    private int steps = 1500;

    @Option(
            names = "--batch-size",
            converter = Count.class,
            paramLabel = "COUNT",
            description = "Passages of 64 letters in a batch; default ${DEFAULT-VALUE}.")
    private int batchSize = 32;

    @Option(
            names = "--learning-rate",
            converter = Rate.class,
            paramLabel = "RATE",
            description = "Adam's learning rate; default ${DEFAULT-VALUE}.")
    private double learningRate = 0.006;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "The random seed; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--threads",
            converter = Count.class,
            paramLabel = "COUNT",
            description = "Threads that compute each step; default ${DEFAULT-VALUE}. The result is the same.")
    private int threads = 1;

    @Option(
            names = "--length",
            converter = Count.class,
            paramLabel = "COUNT",
            description = "The number of letters to write; default ${DEFAULT-VALUE}.")
    private int length = 600;

    @Option(
            names = "--temperature",
            converter = Rate.class,
            paramLabel = "NUMBER",
            description =
                    "Below 1 prefers likely letters, above 1 flattens the distribution; default ${DEFAULT-VALUE}.")
    private double temperature = 0.7;

    @Option(
            names = "--beginning",
            paramLabel = "TEXT",
            description = "The text to continue; default \"${DEFAULT-VALUE}\".")
    private String beginning = "And ";

    @Option(names = "--save", paramLabel = "FILE", description = "Saves the weights to a safetensors file.")
    private @Nullable Path save;

    @Option(names = "--load", paramLabel = "FILE", description = "Loads the weights from a file instead of training.")
    private @Nullable Path load;

    /** A command that prints its results to {@code report}. */
    public Text(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException {
        Alphabet.Text text = Alphabet.read(file == null ? embedded() : readFile(file));
        Passages passages = new Passages(text.text());
        String first = Alphabet.read(beginning).text();
        if (first.isEmpty()) {
            throw new IllegalArgumentException("--beginning is empty: give at least one letter to continue");
        }
        report.line(
                "%s: %,d letters for training, %,d held out",
                file == null ? "Genesis, King James Version" : file, passages.trained(), passages.heldOut());
        if (text.similar() > 0 || text.unknown() > 0) {
            report.line(
                    "%,d letters aren't among the 96 known: %,d were replaced by similar ones, %,d by ?",
                    text.similar() + text.unknown(), text.similar(), text.unknown());
        }
        report.line("Kernels: %s", Kernels.description());
        Model model = LettersModel.create(seed);
        report.gap();
        report.block(model.summary());
        if (load == null) {
            train(model, passages);
        } else {
            Weights.load(model, load);
            report.gap();
            report.text("Weights loaded from " + load);
        }
        if (save != null) {
            Weights.save(model, save);
            report.text("Weights saved to " + save);
        }
        report.title("Written at temperature " + temperature);
        report.block(wrap(new Author(model, temperature).write(first, length, seed)));
        return 0;
    }

    /** Breaks long lines at the last space that fits. */
    private static String wrap(String text) {
        StringBuilder wrapped = new StringBuilder(text);
        for (int from = 0; from + WIDTH < wrapped.length(); ) {
            int end = wrapped.indexOf("\n", from);
            int at = wrapped.lastIndexOf(" ", from + WIDTH);
            if (end >= 0 && end <= from + WIDTH) {
                from = end + 1;
            } else if (at > from) {
                wrapped.setCharAt(at, '\n');
                from = at + 1;
            } else {
                from += WIDTH;
            }
        }
        return wrapped.toString();
    }

    private static String embedded() throws IOException {
        try (InputStream in = Objects.requireNonNull(Text.class.getResourceAsStream(EMBEDDED), EMBEDDED)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String readFile(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private void train(Model model, Passages passages) {
        report.title("Training");
        report.line(
                "Adam, learning rate %s, %d passages of %d letters a step, %d %s, seed %d",
                learningRate, batchSize, Letters.LENGTH, threads, threads == 1 ? "thread" : "threads", seed);
        report.text("Loss in bits per letter: the mean cross-entropy of the next letter.");
        report.line("%10s  %8s  %8s  %9s  %7s", "step", "training", "held out", "letters/s", "seconds");
        float[] x = new float[batchSize * Letters.LENGTH];
        float[] t = new float[x.length * Alphabet.SIZE];
        long start = System.nanoTime();
        long lineStart = start;
        int lineStep = 0;
        double sum = 0;
        Progress progress = Progress.of("training", steps);
        try (TrainingStep training =
                TrainingStep.of(model, Adam.learningRate(learningRate), batchSize, seed, threads)) {
            for (int step = 1; step <= steps; step++) {
                passages.draw(seed, step, batchSize, x, t);
                sum += training.run(x, t) / Math.log(2);
                progress.step();
                if ((long) step * LINES / steps > (long) (step - 1) * LINES / steps) {
                    double seconds = (System.nanoTime() - lineStart) / 1e9;
                    int count = step - lineStep;
                    report.line(
                            "%10s  %8.4f  %8.4f  %,9.0f  %7.1f",
                            step + "/" + steps,
                            sum / count,
                            passages.bits(model),
                            (double) count * x.length / seconds,
                            (System.nanoTime() - start) / 1e9);
                    sum = 0;
                    lineStep = step;
                    lineStart = System.nanoTime();
                }
            }
        } finally {
            progress.close();
        }
        report.text("SHA-256 of the parameters: " + model.parameters().sha256());
    }
}
