package dev.longhand.examples.table;

import static dev.longhand.examples.report.TextTable.number;

import dev.longhand.examples.report.Report;
import dev.longhand.examples.report.TextTable;
import dev.longhand.io.Weights;
import dev.longhand.table.Anomaly;
import dev.longhand.table.Prediction;
import dev.longhand.table.Recipe;
import dev.longhand.table.Table;
import dev.longhand.table.TableModel;
import dev.longhand.text.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Predicts the rows of a CSV file with a network that {@link TrainTable} saved. */
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Predicts the rows of a CSV file with a network that the command table saved.")
public final class PredictTable implements Callable<Integer> {

    private final Report report;

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "The file that table --save wrote.")
    private Path model = Path.of("");

    @Option(names = "--csv", required = true, paramLabel = "FILE", description = "The rows to predict.")
    private Path csv = Path.of("");

    @Mixin
    private CsvOptions format = new CsvOptions();

    @Option(
            names = "--pass",
            description =
                    "Predicts rows unlike the training data too, and says in which way; by default they are refused.")
    private boolean pass;

    /** A command that prints its results to {@code report}. */
    public PredictTable(Report report) {
        this.report = report;
    }

    @Override
    public Integer call() throws IOException {
        Recipe recipe = Recipe.load(model);
        NetworkSource source = NetworkSource.of(recipe, Weights.metadata(model));
        if (source.parameters() * Float.BYTES > Files.size(model)) {
            throw new IllegalArgumentException(model + " is too short for the " + source.parameters()
                    + " parameters of its network: it's damaged");
        }
        TableModel loaded = TableModel.load(NetworkCompiler.compile(source).create(0), model);
        Table rows = Table.csv(csv, format.format());
        List<String> notices = recipe.notices(rows);
        if (!pass && !notices.isEmpty()) {
            throw new IllegalArgumentException(
                    notices.get(0) + ": correct it, or add --pass to predict it all the same");
        }
        List<Prediction> predictions =
                TableModel.of(loaded.model(), recipe.pass(Anomaly.values())).predict(rows);
        boolean hasClasses = !recipe.classes().isEmpty();
        String target = Printable.of(recipe.target());
        TextTable table = hasClasses ? TextTable.of("line", "<" + target, "score") : TextTable.of("line", target);
        for (int row = 0; row < rows.rows(); row++) {
            Prediction prediction = predictions.get(row);
            if (hasClasses) {
                table.row(rows.line(row), Printable.of(prediction.category()), number(prediction.score(), 4));
            } else {
                table.row(rows.line(row), number(prediction.number(), 4));
            }
        }
        report.table(table);
        notices.forEach(notice -> report.text(Printable.of(notice)));
        return 0;
    }
}
