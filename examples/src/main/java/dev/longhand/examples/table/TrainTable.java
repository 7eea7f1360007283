package dev.longhand.examples.table;

import dev.longhand.data.Dataset;
import dev.longhand.examples.Count;
import dev.longhand.examples.Rate;
import dev.longhand.examples.report.PageOption;
import dev.longhand.examples.report.Report;
import dev.longhand.io.ClassNames;
import dev.longhand.io.Weights;
import dev.longhand.model.Model;
import dev.longhand.optimizer.Adam;
import dev.longhand.table.Anomaly;
import dev.longhand.table.NumericColumn;
import dev.longhand.table.Recipe;
import dev.longhand.table.RecipeBuilder;
import dev.longhand.table.Table;
import dev.longhand.table.TableModel;
import dev.longhand.table.TableSplit;
import dev.longhand.text.Printable;
import dev.longhand.training.Callback;
import dev.longhand.training.EarlyStopping;
import dev.longhand.training.History;
import dev.longhand.training.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a network on any CSV file and saves it with its recipe in one file. */
@Command(
        name = "table",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Declares, compiles and trains a network for any CSV file.")
public final class TrainTable implements Callable<Integer> {

    /** The share of the rows kept for validation, of those that aren't for the test. */
    private static final double VALIDATION = 0.2;

    private static final int MOST_NOTICES = 5;

    private final Report report;

    @Option(names = "--csv", paramLabel = "FILE", description = "The table; by default the embedded one of --data.")
    private @Nullable Path csv;

    @Option(
            names = "--data",
            paramLabel = "NAME",
            description = "An embedded table: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Embedded data = Embedded.IRIS;

    @Option(names = "--target", paramLabel = "COLUMN", description = "The column to predict; needed with --csv.")
    private @Nullable String target;

    @ArgGroup
    private Kind kind = new Kind();

    @Option(
            names = "--without",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns to leave out, such as names and numbers of rows.")
    private List<String> without = List.of();

    @Mixin
    private CsvOptions format = new CsvOptions();

    @Option(
            names = "--hidden",
            split = ",",
            converter = Count.class,
            paramLabel = "COUNT",
            description = "Units of the hidden layers; default 16,16.")
    private List<Integer> hidden = List.of(16, 16);

    @Option(
            names = "--epochs",
            converter = Count.class,
            paramLabel = "COUNT",
            description = "Passes over the training data, at most; default ${DEFAULT-VALUE}.")
    private int epochs = 500;

    @Option(
            names = "--patience",
            converter = Count.class,
            paramLabel = "COUNT",
            description = "Epochs without a lower validation loss that end the training; default ${DEFAULT-VALUE}.")
    private int patience = 50;

    @Option(
            names = "--batch-size",
            converter = Count.class,
            paramLabel = "COUNT",
            description = "Rows of a step; default ${DEFAULT-VALUE}.")
    private int batchSize = 16;

    @Option(
            names = "--learning-rate",
            converter = Rate.class,
            paramLabel = "RATE",
            description = "Adam's learning rate; default ${DEFAULT-VALUE}.")
    private double learningRate = 0.005;

    @Option(
            names = "--test",
            converter = Rate.class,
            paramLabel = "SHARE",
            description = "The share of the rows to test on; default ${DEFAULT-VALUE}.")
    private double test = 0.25;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            description =
                    "The random seed of the split, the parameters and the order of rows; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Mixin
    private PageOption page = new PageOption();

    @Option(names = "--save", paramLabel = "FILE", description = "Saves network and recipe to one safetensors file.")
    private @Nullable Path save;

    /** What the target is. */
    static final class Kind {

        @Option(names = "--classes", description = "The target has classes, even if they are numbers.")
        private boolean classes;

        @Option(names = "--regression", description = "The target has numbers.")
        private boolean regression;
    }

    /** A command that prints its results to {@code report}. */
    public TrainTable(Report report) {
        this.report = report;
    }

    /** The parts of a table. */
    private record Parts(Table train, Table validation, Table test) {}

    @Override
    public Integer call() throws IOException {
        if (csv != null && target == null) {
            throw new IllegalArgumentException("--csv needs --target, the column to predict");
        }
        if (test >= 1) {
            throw new IllegalArgumentException("--test " + test + " must be below 1: the rest is for training");
        }
        String predicted = target == null ? data.target() : target;
        Table table = csv == null ? data.read() : Table.csv(csv, format.format());
        report.title(csv == null ? data.words() : "The table");
        report.block(table.toString());
        int unknown = table.column(predicted).missing();
        if (unknown > 0) {
            table = table.withoutMissing(predicted);
            report.line("%d rows without \"%s\" are left out", unknown, predicted);
        }
        boolean isRegression = kind.regression || (!kind.classes && table.column(predicted) instanceof NumericColumn);
        Parts parts = split(table, predicted, isRegression);
        Recipe recipe = recipe(predicted, isRegression).fit(parts.train);
        report.title("Recipe, fitted on " + parts.train.rows() + " rows; " + parts.validation.rows()
                + " are for validation, " + parts.test.rows() + " for the test");
        report.block(recipe.toString());
        NetworkSource source = new NetworkSource(recipe, hidden);
        report.title("Network");
        report.block(source.text());
        CompiledNetwork network = NetworkCompiler.compile(source);
        Model model = network.create(seed);
        train(model, recipe, parts, page(source, network, recipe, parts));
        Recipe lenient = recipe.pass(Anomaly.values());
        report.title("On the " + parts.test.rows() + " rows of the test");
        notices(lenient, parts.test);
        new TestReport(report, TableModel.of(model, lenient)).print(parts.train, parts.test);
        if (save != null) {
            Map<String, String> metadata = new LinkedHashMap<>(recipe.metadata());
            metadata.putAll(source.metadata());
            Weights.save(model, save, metadata);
            report.gap();
            report.text("Network and recipe saved to " + save);
        }
        page.announce(report);
        return 0;
    }

    private Parts split(Table table, String predicted, boolean isRegression) {
        TableSplit split =
                isRegression ? table.split(1 - test, seed) : table.stratifiedSplit(predicted, 1 - test, seed);
        TableSplit fitted = isRegression
                ? split.first().split(1 - VALIDATION, seed)
                : split.first().stratifiedSplit(predicted, 1 - VALIDATION, seed);
        return new Parts(fitted.first(), fitted.second(), split.second());
    }

    private RecipeBuilder recipe(String predicted, boolean isRegression) {
        return (isRegression ? Recipe.forRegression(predicted) : Recipe.forClasses(predicted))
                .without(without.toArray(String[]::new))
                .indicateMissing();
    }

    /** The page about the training, if it's asked for. */
    private Callback page(NetworkSource source, CompiledNetwork network, Recipe recipe, Parts parts) {
        return page.callback(of -> {
            dev.longhand.report.Report told = of.title(csv == null ? data.words() : String.valueOf(csv.getFileName()))
                    .source(source.text(), network.generated())
                    .trainedOn(recipe.dataset(parts.train))
                    .evaluatedOn("test rows", recipe.pass(Anomaly.values()).dataset(parts.test));
            return recipe.classes().size() < 2 ? told : told.classNames(new ClassNames(recipe.classes()));
        });
    }

    private void train(Model model, Recipe recipe, Parts parts, Callback page) {
        Recipe lenient = recipe.pass(Anomaly.values());
        Dataset train = recipe.dataset(parts.train);
        EarlyStopping stopping = EarlyStopping.patience(patience);
        History history = Trainer.of(model)
                .optimizer(Adam.learningRate(learningRate))
                .batchSize(Math.min(batchSize, train.size()))
                .epochs(epochs)
                .seed(seed)
                .threads(1)
                .validation(lenient.dataset(parts.validation))
                .callback(stopping)
                .callback(page)
                .fit(train);
        report.title("Training");
        report.line("Adam, learning rate %s, batches of %d, seed %d", learningRate, batchSize, seed);
        report.line(
                "%d epochs; the parameters of epoch %d are kept, whose validation loss is the lowest",
                history.epochs().size(), stopping.bestEpoch());
        report.text("SHA-256 of the parameters: " + model.parameters().sha256());
    }

    /** Prints what is surprising in the test, which isn't refused here. */
    private void notices(Recipe recipe, Table test) {
        List<String> notices = recipe.notices(test);
        notices.stream().limit(MOST_NOTICES).map(Printable::of).forEach(report::text);
        if (notices.size() > MOST_NOTICES) {
            report.line("and %d more such values", notices.size() - MOST_NOTICES);
        }
    }
}
