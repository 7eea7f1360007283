package dev.longhand.examples.slant;

import static dev.longhand.examples.report.TextTable.number;

import dev.longhand.data.Dataset;
import dev.longhand.data.Mnist;
import dev.longhand.data.Targets;
import dev.longhand.examples.Count;
import dev.longhand.examples.mnist.MnistFiles;
import dev.longhand.examples.report.Report;
import dev.longhand.examples.report.TextTable;
import dev.longhand.metric.Evaluation;
import dev.longhand.model.OutputInfo;
import dev.longhand.optimizer.Adam;
import dev.longhand.training.PrintEpochs;
import dev.longhand.training.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains one network to tell which digit it is and how far it leans. */
@Command(
        name = "slant",
        mixinStandardHelpOptions = true,
        description = "A digit and how far it leans: two outputs of one network.")
public final class Slant implements Callable<Integer> {

    private static final int SHOWN = 8;

    private final Report report;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description = "The random seed of weights and batches; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--digits",
            converter = Count.class,
            paramLabel = "COUNT",
            description = "The number of digits to learn from; default ${DEFAULT-VALUE}.")
    private int digits = 5_000;

    @Option(
            names = "--epochs",
            converter = Count.class,
            paramLabel = "COUNT",
            description = "The number of epochs; default ${DEFAULT-VALUE}.")
    private int epochs = 10;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "The folder of the four MNIST files to use instead of the embedded ones.")
    private @Nullable Path data;

    /** A command that prints its results to {@code report}. */
    public Slant(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException {
        Mnist files = MnistFiles.in(data);
        Dataset all = files.train();
        if (digits > all.size()) {
            throw new IllegalArgumentException("--digits " + digits + " must be at most " + all.size());
        }
        Dataset train = withSlants(all.take(digits));
        Dataset test = withSlants(files.test());
        report.title("Which digit it is, and how far it leans");
        DigitAndSlantModel model = DigitAndSlantModel.create(seed);
        report.block(model.summary());
        report.title("Training on %s digits".formatted(digits));
        Trainer.of(model)
                .optimizer(Adam.learningRate(0.002))
                .batchSize(50)
                .epochs(epochs)
                .seed(seed)
                .callback(PrintEpochs.to(line -> report.text(line.replaceAll("  [0-9.]+ s$", ""))))
                .fit(train);
        report.title("On %s test digits".formatted(test.size()));
        Evaluation evaluation = Evaluation.of(model, test);
        Evaluation digit = evaluation.output("digit");
        Evaluation slant = evaluation.output("slant");
        TextTable table = TextTable.of("<output", "loss", "accuracy", "R²");
        table.row("digit", number(digit.loss(), 4), number(digit.accuracy(), 4));
        table.row("slant", number(slant.loss(), 4), "", number(slant.r2(), 4));
        table.row("both, by weights", number(evaluation.loss(), 4));
        report.table(table);
        show(model, test.take(Math.min(SHOWN, test.size())));
        return 0;
    }

    private static Dataset withSlants(Dataset labelled) {
        return labelled.withTargets(Targets.classes(labelled.labels(), 10).and(Targets.numbers(Slants.of(labelled))));
    }

    /** The outputs for a few digits beside what they should be. */
    private void show(DigitAndSlantModel model, Dataset few) {
        OutputInfo digit = model.info().output("digit");
        OutputInfo slant = model.info().output("slant");
        float[] outputs = model.predict(few.inputs());
        report.title("The first ones");
        TextTable table = TextTable.of("digit", "predicted", "slant", "predicted");
        for (int i = 0; i < few.size(); i++) {
            table.row(
                    largest(digit.of(few.targets()), i),
                    largest(digit.of(outputs), i),
                    number(slant.of(few.targets())[i], 2),
                    number(slant.of(outputs)[i], 2));
        }
        report.table(table);
    }

    /** The class of the largest of ten numbers. */
    private static int largest(float[] classes, int row) {
        int largest = 0;
        for (int j = 1; j < 10; j++) {
            if (classes[10 * row + j] > classes[10 * row + largest]) {
                largest = j;
            }
        }
        return largest;
    }
}
