package ${package};

import dev.longhand.metric.Evaluation;
import dev.longhand.optimizer.Adam;
import dev.longhand.table.Prediction;
import dev.longhand.table.Recipe;
import dev.longhand.table.Table;
import dev.longhand.table.TableModel;
import dev.longhand.table.TableSplit;
import dev.longhand.training.Trainer;
import java.io.IOException;
import java.nio.file.Path;

/** Trains the network on a CSV file, evaluates and saves it; or predicts the rows of another CSV file. */
public final class Main {

    /** The column to predict. All other columns are inputs. */
    static final String TARGET = "species";

    private static final Path DATA = Path.of("data.csv");
    private static final Path MODEL = Path.of("model.safetensors");

    private Main() {}

    /** Without an argument trains on data.csv; with the name of a CSV file predicts its rows. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0) {
            TableModel model = TableModel.load(ClassifierModel.create(0), MODEL);
            for (Prediction row : model.predict(Table.csv(Path.of(arguments[0])))) {
                System.out.println(row.category() + " " + row.scores());
            }
            return;
        }
        TableSplit rows = Table.csv(DATA).stratifiedSplit(TARGET, 0.8, 1); // the seed 1
        TableModel model = train(rows.first());
        System.out.print(model);
        System.out.println(evaluate(model, rows.second()));
        model.save(MODEL);
    }

    /** A network trained on these rows, with the recipe that makes numbers of rows. */
    static TableModel train(Table rows) {
        Recipe recipe = Recipe.forClasses(TARGET).fit(rows);
        ClassifierModel network = ClassifierModel.create(42); // weights drawn from the seed 42
        TableModel model = TableModel.of(network, recipe);
        Trainer.of(network)
                .optimizer(Adam.learningRate(0.01))
                .batchSize(16)
                .epochs(50)
                .seed(7) // of the order of the rows in each epoch
                .fit(recipe.dataset(rows));
        return model;
    }

    /** How well the network predicts these rows. */
    static Evaluation evaluate(TableModel model, Table rows) {
        return Evaluation.of(model.model(), model.recipe().dataset(rows));
    }
}
