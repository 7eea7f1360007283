package dev.longhand.examples.overfitting;

import dev.longhand.data.Dataset;
import dev.longhand.data.Split;
import dev.longhand.examples.Count;
import dev.longhand.examples.Rate;
import dev.longhand.examples.mnist.DigitChanges;
import dev.longhand.examples.mnist.DigitOptions;
import dev.longhand.examples.report.Progress;
import dev.longhand.examples.report.Report;
import dev.longhand.examples.report.TextTable;
import dev.longhand.metric.Evaluation;
import dev.longhand.model.Model;
import dev.longhand.training.EarlyStopping;
import dev.longhand.training.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains on few digits, once without and once with each remedy against overfitting. */
@Command(
        name = "overfitting",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Remedies against overfitting, each at work on few handwritten digits.")
public final class Overfitting implements Callable<Integer> {

    private static final int BATCH_SIZE = 50;
    private static final int PATIENCE = 20;

    /** The share of the digits that early stopping doesn't train on. */
    private static final double WATCHED = 0.2;

    private final Report report;

    @Option(
            names = "--digits",
            converter = Count.class,
            paramLabel = "COUNT",
            description = "The number of digits to train on, at least 10; default ${DEFAULT-VALUE}.")
    private int digits = 1_000;

    @Option(
            names = "--epochs",
            converter = Count.class,
            paramLabel = "COUNT",
            description = "Passes over them; default ${DEFAULT-VALUE}.")
    private int epochs = 100;

    @Option(
            names = "--learning-rate",
            converter = Rate.class,
            paramLabel = "RATE",
            description = "The learning rate of Adam; default ${DEFAULT-VALUE}.")
    private double learningRate = 0.001;

    @Option(
            names = "--seeds",
            converter = Count.class,
            paramLabel = "COUNT",
            description = "The number of trainings of each network, from seeds 1, 2 …; default ${DEFAULT-VALUE}.")
    private int seeds = 5;

    @Mixin
    private DigitOptions options = new DigitOptions();

    @Option(names = "--picture", paramLabel = "FILE", description = "Draws the accuracies into a PNG file.")
    private @Nullable Path picture;

    /** A command that prints its results to {@code report}. */
    public Overfitting(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException {
        Split split = options.read();
        Dataset test = split.second();
        int available = split.first().size();
        if (digits < 10 || digits > available) {
            throw new IllegalArgumentException(
                    "--digits " + digits + " must be from 10 to " + available + ", the training samples there are");
        }
        Dataset train = split.first().take(digits);
        String kind = options.areHeldOut() ? "held-out" : "test";
        report.title("Remedies against overfitting");
        report.line(
                "%,d digits, %d epochs in batches of %d, Adam with learning rate %s, mean of %d %s",
                digits, epochs, BATCH_SIZE, learningRate, seeds, seeds == 1 ? "seed" : "seeds");
        report.line("Evaluated on them, unchanged, and on %,d %s samples", test.size(), kind);
        report.line("Augmentation: %s", DigitChanges.words());
        report.line(
                "Early stopping: after %d epochs without a lower loss on %d of the digits, which aren't trained on",
                PATIENCE, Math.round(WATCHED * digits));
        report.gap();
        List<Result> results = results(train, test);
        TextTable table = TextTable.of(
                "<remedy", "parameters", "training", kind, "± deviation", "training loss", kind + " loss", "seconds");
        for (Result result : results) {
            table.row(
                    result.remedy(),
                    String.format(Locale.ROOT, "%,d", result.parameters()),
                    TextTable.number(result.trainAccuracy().getMean(), 4),
                    TextTable.number(result.testAccuracy().getMean(), 4),
                    TextTable.number(result.testAccuracy().getStandardDeviation(), 4),
                    TextTable.number(result.trainLoss().getMean(), 4),
                    TextTable.number(result.testLoss().getMean(), 4),
                    TextTable.number(result.seconds().getMean(), 1));
        }
        report.table(table);
        if (picture != null) {
            OverfittingPicture.save(picture, results, kind, digits);
            report.text("The picture is in " + picture);
        }
        return 0;
    }

    private List<Result> results(Dataset train, Dataset test) {
        List<Result> results = new ArrayList<>();
        try (Progress progress = Progress.of("training", (long) Remedy.values().length * seeds)) {
            for (Remedy remedy : Remedy.values()) {
                Result result = new Result(remedy, remedy.create(1).info().parameterCount());
                for (int seed = 1; seed <= seeds; seed++) {
                    Model model = remedy.create(seed);
                    double seconds = train(model, remedy, train, seed);
                    result.add(Evaluation.of(model, train), Evaluation.of(model, test), seconds);
                    progress.step();
                }
                results.add(result);
            }
        }
        return results;
    }

    /** Trains a network and returns the seconds this took. */
    private double train(Model model, Remedy remedy, Dataset train, long seed) {
        Trainer trainer = Trainer.of(model)
                .optimizer(remedy.optimizer(learningRate))
                .batchSize(BATCH_SIZE)
                .epochs(epochs)
                .seed(seed)
                .threads(options.threads());
        if (remedy.augments()) {
            trainer = trainer.augment(DigitChanges.all(), DigitChanges.SHAPE);
        }
        if (!remedy.stopsEarly()) {
            return trainer.fit(train).seconds();
        }
        Split split = train.split(1 - WATCHED, seed);
        return trainer.validation(split.second())
                .callback(EarlyStopping.patience(PATIENCE))
                .fit(split.first())
                .seconds();
    }
}
