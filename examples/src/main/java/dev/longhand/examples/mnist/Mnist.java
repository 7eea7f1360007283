package dev.longhand.examples.mnist;

import dev.longhand.augment.AveragingPredictor;
import dev.longhand.data.Dataset;
import dev.longhand.data.Split;
import dev.longhand.examples.Count;
import dev.longhand.examples.GracefulStop;
import dev.longhand.examples.Rate;
import dev.longhand.examples.report.EpochProgress;
import dev.longhand.examples.report.PageOption;
import dev.longhand.examples.report.Report;
import dev.longhand.examples.report.TextTable;
import dev.longhand.io.ClassNames;
import dev.longhand.io.Weights;
import dev.longhand.kernel.Kernels;
import dev.longhand.metric.Evaluation;
import dev.longhand.metric.Task;
import dev.longhand.model.Model;
import dev.longhand.report.picture.Mistakes;
import dev.longhand.training.Callback;
import dev.longhand.training.Checkpoints;
import dev.longhand.training.EpochResult;
import dev.longhand.training.History;
import dev.longhand.training.Trainer;
import dev.longhand.training.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains a network to read handwritten digits, and evaluates it. */
@Command(
        name = "mnist",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Reads handwritten digits, with the networks of the notes and the best ones found.")
public final class Mnist implements Callable<Integer> {

    private static final ClassNames DIGITS = ClassNames.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    private final Report report;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--network",
            paramLabel = "NAME",
            description = {
                "Which network to train; default ${DEFAULT-VALUE}:",
                "notes: 784-100-100-10, ReLU, softmax, Adam (note 004)",
                "keras: 784-512-10, sigmoid, squared error, SGD (note 002)",
                "sigmoid: 784-50-100-10, sigmoid, softmax (note 001)",
                "best: 784-512-256-10 with dropout, chosen on held-out samples",
                "cnn: convolution and pooling twice, then 128-10",
                "normalized: note 003's convolution, batch norm, activation, dropout, pooling",
                "residual: shortcuts around convolutions",
                "deep: four convolutions, chosen on held-out samples",
                "dense: 784-512-256-10 without dropout, for --augment",
                "small: three convolutions, 13,618 parameters, for --augment",
                "medium: four convolutions, 135,818 parameters, for --augment",
                "rows: an LSTM that reads row by row, then 10"
            })
    private Recipe recipe = Recipe.NOTES;

    @Option(
            names = "--epochs",
            converter = Count.class,
            paramLabel = "COUNT",
            description =
                    "Passes over the training set; the default depends on the network, 3 to 30, and on --augment.")
    private @Nullable Integer epochs;

    @Option(names = "--batch-size", converter = Count.class, paramLabel = "COUNT", description = "Samples in a batch.")
    private @Nullable Integer batchSize;

    @Option(names = "--learning-rate", converter = Rate.class, paramLabel = "RATE", description = "The learning rate.")
    private @Nullable Double learningRate;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "The random seed; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--runs",
            converter = Count.class,
            paramLabel = "COUNT",
            description = "Number of trainings, with seed, seed + 1 …; prints mean and deviation.")
    private int runs = 1;

    @Mixin
    private DigitOptions digits = new DigitOptions();

    @Option(
            names = "--augment",
            description = "Changes training images at random: moves, turns, zooms, shears and bends them.")
    private boolean augment;

    @Option(
            names = "--average",
            converter = Count.class,
            paramLabel = "COUNT",
            description = "Also averages predictions over so many copies of each image, changed as by --augment.")
    private @Nullable Integer average;

    @Option(
            names = "--bend",
            converter = Rate.class,
            paramLabel = "ALPHA",
            description = "How strongly --augment and --average bend images; default " + DigitChanges.ALPHA + ".")
    private @Nullable Double bend;

    @Option(names = "--save", paramLabel = "FILE", description = "Saves the weights to a safetensors file.")
    private @Nullable Path save;

    @Option(
            names = "--checkpoints",
            paramLabel = "FOLDER",
            description =
                    "Saves the training to a folder every minute and at Ctrl-C; goes on from there if it's run again.")
    private @Nullable Path checkpoints;

    @Option(names = "--load", paramLabel = "FILE", description = "Loads the weights from a file instead of training.")
    private @Nullable Path load;

    @Option(
            names = "--picture",
            paramLabel = "FILE",
            description = "Draws mistakes and the first layer's weights into a PNG file.")
    private @Nullable Path picture;

    @Mixin
    private PageOption page = new PageOption();

    /** A command that prints its results to {@code report}. */
    public Mnist(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException {
        checkOptions();
        long start = System.nanoTime();
        Split split = digits.read();
        Dataset train = split.first();
        Dataset test = split.second();
        report.line("Training set: %s", train);
        report.line("%s: %s", evaluatedOn(), test);
        report.line("Read in %.2f s", seconds(start));
        report.line("Kernels: %s", Kernels.description());
        if (runs == 1) {
            runOnce(train, test);
        } else {
            runOften(train, test);
        }
        return 0;
    }

    private void checkOptions() {
        if (runs > 1 && (save != null || load != null || picture != null || checkpoints != null || page.isGiven())) {
            throw wrong(
                    "--save, --load, --checkpoints, --picture and --report go with one run, not with --runs " + runs);
        }
        if (bend != null && !augment && average == null) {
            throw wrong("--bend goes with --augment or --average");
        }
        if (load != null && (augment || epochs != null || batchSize != null || learningRate != null)) {
            throw wrong("--load replaces training: leave out --augment, --epochs, --batch-size and --learning-rate");
        }
    }

    private ParameterException wrong(String message) {
        if (spec == null) {
            throw new IllegalStateException(message);
        }
        return new ParameterException(spec.commandLine(), message);
    }

    private String evaluatedOn() {
        return digits.areHeldOut() ? "Held out of the training set" : "Test set";
    }

    private String kind() {
        return digits.areHeldOut() ? "Held-out" : "Test";
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private void runOnce(Dataset train, Dataset test) throws IOException {
        Model model = recipe.create(seed);
        report.gap();
        report.block(model.summary());
        if (load != null) {
            Weights.load(model, load);
            report.gap();
            report.text("Weights loaded from " + load);
            Optional<dev.longhand.report.Report> loaded = page.report();
            if (loaded.isPresent()) {
                told(loaded.get(), train, test).write(model);
            }
        } else {
            report.title("Training");
            reportSettings(", seed " + seed);
            report.line("%7s  %9s  %8s  %9s  %7s", "epoch", "loss", "accuracy", "samples/s", "seconds");
            History history = train(
                    model,
                    seed,
                    train,
                    new Callback() {
                        @Override
                        public void onEpochEnd(Training training, EpochResult result) {
                            report.line(
                                    "%7s  %9.5f  %8.4f  %,9.0f  %7.2f",
                                    result.epoch() + "/" + training.epochs(),
                                    result.loss(),
                                    result.accuracy(),
                                    train.size() / result.seconds(),
                                    result.seconds());
                        }
                    },
                    page.callback(of -> told(of, train, test)));
            report.line("Trained in %.2f s", history.seconds());
        }
        report.title(evaluatedOn());
        long start = System.nanoTime();
        Evaluation evaluation = Evaluation.of(model, test);
        double seconds = seconds(start);
        report.line("%s accuracy %.4f, loss %.5f%s", kind(), evaluation.accuracy(), evaluation.loss(), known());
        report.line("%d samples in %.2f s", evaluation.samples(), seconds);
        if (average != null) {
            report.line("%s accuracy %.4f, averaged over %s", kind(), averagedAccuracy(model, test), averaged());
        }
        report.gap();
        report.block(evaluation.confusion().toString());
        report.gap();
        report.text(Mistakes.mostConfused(evaluation.confusion(), 5));
        report.text("SHA-256 of the parameters: " + model.parameters().sha256());
        if (save != null) {
            Weights.save(model, save, DIGITS.metadata());
            report.text("Weights saved to " + save);
        }
        if (picture != null) {
            MnistPicture.save(picture, model, test);
            report.text("The picture is in " + picture);
        }
        page.announce(report);
    }

    /** The accuracy of predictions that are averaged over each image and changed copies of it. */
    private double averagedAccuracy(Model model, Dataset test) {
        AveragingPredictor predictor = AveragingPredictor.of(
                model, DigitChanges.all(alpha()), DigitChanges.SHAPE, average == null ? 1 : average, seed);
        int correct =
                Task.of(model.info(), test).correct(predictor.predict(test.inputs()), test.targets(), test.size());
        return (double) correct / test.size();
    }

    private double alpha() {
        return bend == null ? DigitChanges.ALPHA : bend;
    }

    private String averaged() {
        return "each image and " + average + (average != null && average == 1 ? " changed copy" : " changed copies");
    }

    private String known() {
        return !digits.areHeldOut()
                        && digits.areEmbedded()
                        && !augment
                        && !recipe.known().isEmpty()
                ? " (" + recipe.known() + ")"
                : "";
    }

    private void runOften(Dataset train, Dataset test) throws IOException {
        report.gap();
        report.block(recipe.create(seed).summary());
        report.title(runs + " runs");
        reportSettings("");
        report.line(
                "%6s  %9s  %8s  %9s  %9s  %7s  %s",
                "seed", "loss", "accuracy", "test loss", "accuracy", "seconds", "SHA-256");
        SummaryStatistics accuracies = new SummaryStatistics();
        SummaryStatistics losses = new SummaryStatistics();
        SummaryStatistics averagedAccuracies = new SummaryStatistics();
        for (int run = 0; run < runs; run++) {
            Model model = recipe.create(seed + run);
            History history = train(model, seed + run, train, new Callback() {}, new Callback() {});
            Evaluation evaluation = Evaluation.of(model, test);
            accuracies.addValue(evaluation.accuracy());
            losses.addValue(evaluation.loss());
            if (average != null) {
                averagedAccuracies.addValue(averagedAccuracy(model, test));
            }
            report.line(
                    "%6d  %9.5f  %8.4f  %9.5f  %9.4f  %7.2f  %s…",
                    seed + run,
                    history.last().loss(),
                    history.last().accuracy(),
                    evaluation.loss(),
                    evaluation.accuracy(),
                    history.seconds(),
                    model.parameters().sha256().substring(0, 12));
        }
        report.gap();
        TextTable table = TextTable.of("<", "mean", "deviation", "least", "greatest");
        addRow(table, kind() + " accuracy", accuracies, 4);
        addRow(table, kind() + " loss", losses, 5);
        if (average != null) {
            addRow(table, kind() + " accuracy, averaged", averagedAccuracies, 4);
        }
        report.table(table);
        if (average != null) {
            report.text("Averaged over " + averaged());
        }
        if (!known().isEmpty()) {
            report.text("For comparison, " + recipe.known());
        }
    }

    private static void addRow(TextTable table, String name, SummaryStatistics values, int digits) {
        table.row(
                name,
                TextTable.number(values.getMean(), digits),
                TextTable.number(values.getStandardDeviation(), digits),
                TextTable.number(values.getMin(), digits),
                TextTable.number(values.getMax(), digits));
    }

    /** The report, told what only this command knows. */
    private dev.longhand.report.Report told(dev.longhand.report.Report of, Dataset train, Dataset test) {
        return of.title("Handwritten digits: " + recipe)
                .trainedOn(train)
                .evaluatedOn(digits.areHeldOut() ? "held-out samples" : "test set", test)
                .images(DigitChanges.SHAPE.dimension(0), DigitChanges.SHAPE.dimension(1), 1)
                .classNames(DIGITS);
    }

    private History train(Model model, long seed, Dataset train, Callback callback, Callback page) throws IOException {
        Trainer trainer = Trainer.of(model)
                .optimizer(recipe.method().optimizer(learningRate()))
                .schedule(recipe.method().schedule())
                .batchSize(batchSize == null ? recipe.batchSize() : batchSize)
                .epochs(epochs == null ? recipe.epochs(augment) : epochs)
                .seed(seed)
                .threads(digits.threads())
                .callback(new EpochProgress())
                .callback(callback)
                .callback(page);
        if (augment) {
            trainer = trainer.augment(DigitChanges.all(alpha()), DigitChanges.SHAPE);
        }
        if (checkpoints == null) {
            return fit(trainer, train);
        }
        try (GracefulStop stop = GracefulStop.ofThisThread()) {
            return fit(
                    trainer.checkpoints(Checkpoints.in(checkpoints).everyMinutes(1))
                            .resume(checkpoints),
                    train);
        }
    }

    /** Trains; images that are changed are prepared by another thread. */
    private History fit(Trainer trainer, Dataset train) throws IOException {
        return augment ? trainer.fit(train.asSource()) : trainer.fit(train);
    }

    private double learningRate() {
        return learningRate == null ? recipe.learningRate() : learningRate;
    }

    private void reportSettings(String end) {
        report.text("%s, learning rate %s, batches of %s, %s %s%s"
                .formatted(
                        recipe.method(),
                        learningRate(),
                        batchSize == null ? recipe.batchSize() : batchSize,
                        digits.threads(),
                        digits.threads() == 1 ? "thread" : "threads",
                        end));
        if (augment) {
            report.text("Images are " + DigitChanges.words(alpha()));
        }
    }
}
