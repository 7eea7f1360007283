package dev.longhand.examples.augment;

import dev.longhand.Shape;
import dev.longhand.data.Dataset;
import dev.longhand.examples.Count;
import dev.longhand.examples.mnist.MnistFiles;
import dev.longhand.examples.report.Report;
import dev.longhand.examples.report.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Draws a sheet of handwritten digits, tinted, as each augmentation changes them. */
@Command(
        name = "augment",
        mixinStandardHelpOptions = true,
        description = "Handwritten digits as each augmentation changes them, on a sheet.")
public final class Augment implements Callable<Integer> {

    private static final int CHANNELS = 3;

    private final Report report;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "The random seed; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--digits",
            converter = Count.class,
            paramLabel = "COUNT",
            description = "The number of digits in a row; default ${DEFAULT-VALUE}.")
    private int digits = 10;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "The folder of the four MNIST files to use instead of the embedded ones.")
    private @Nullable Path data;

    @Option(names = "--picture", paramLabel = "FILE", description = "Draws the sheet into a PNG file.")
    private @Nullable Path picture;

    /** A command that prints its results to {@code report}. */
    public Augment(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException {
        Dataset train = MnistFiles.in(data).flatten(false).train();
        if (digits > train.size()) {
            throw new IllegalArgumentException(
                    "--digits " + digits + " is more than the " + train.size() + " of the training set");
        }
        Dataset tinted = tinted(train.take(digits));
        List<Change> changes = Change.all(tinted);
        report.title("What is changed");
        TextTable table = TextTable.of("<change", "<augmentation", "mean", "deviation", "least", "greatest");
        for (Change change : changes) {
            Numbers numbers = Numbers.of(change.apply(tinted.inputs(), tinted.inputShape(), seed));
            table.row(
                    change.name(),
                    change.code(),
                    TextTable.number(numbers.mean(), 3),
                    TextTable.number(numbers.deviation(), 3),
                    TextTable.number(numbers.least(), 3),
                    TextTable.number(numbers.greatest(), 3));
        }
        report.table(table);
        report.text("Mean, deviation, least and greatest are those of all numbers of the " + digits + " digits.");
        if (picture != null) {
            AugmentPicture.save(picture, changes, tinted, seed);
            report.text("The picture is in " + picture);
        }
        return 0;
    }

    /** The digits in different colours: a white pixel gets a colour that depends on the digit. */
    private static Dataset tinted(Dataset grey) {
        int pixels = grey.inputShape().size();
        float[] x = grey.inputs();
        float[] colours = new float[x.length * CHANNELS];
        for (int i = 0; i < x.length; i++) {
            double hue = 2 * Math.PI * (i / pixels) / grey.size();
            for (int c = 0; c < CHANNELS; c++) {
                double strength = 0.75 + 0.25 * Math.cos(hue - 2 * Math.PI * c / CHANNELS);
                colours[i * CHANNELS + c] = (float) (strength * x[i]);
            }
        }
        Shape shape = Shape.of(grey.inputShape().dimension(0), grey.inputShape().dimension(1), CHANNELS);
        return Dataset.ofLabels(colours, shape, grey.labels(), grey.classes());
    }

    /** What a sheet's numbers are like. */
    private record Numbers(double mean, double deviation, double least, double greatest) {

        static Numbers of(float[] values) {
            double sum = 0;
            double squares = 0;
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (float value : values) {
                sum += value;
                squares += (double) value * value;
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
            double mean = sum / values.length;
            return new Numbers(mean, Math.sqrt(squares / values.length - mean * mean), least, greatest);
        }
    }
}
