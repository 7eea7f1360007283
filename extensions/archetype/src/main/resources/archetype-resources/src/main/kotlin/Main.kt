package ${package}

import dev.longhand.metric.Evaluation
import dev.longhand.optimizer.Adam
import dev.longhand.table.Recipe
import dev.longhand.table.Table
import dev.longhand.table.TableModel
import dev.longhand.training.Trainer
import java.nio.file.Path

/** The column to predict. All other columns are inputs. */
const val TARGET = "species"

private val DATA = Path.of("data.csv")
private val MODEL = Path.of("model.safetensors")

/** Without an argument trains on data.csv, evaluates and saves; with the name of a CSV file predicts its rows. */
fun main(arguments: Array<String>) {
    if (arguments.isNotEmpty()) {
        val model = TableModel.load(ClassifierModel.create(0), MODEL)
        model.predict(Table.csv(Path.of(arguments[0]))).forEach { println(it.category() + " " + it.scores()) }
        return
    }
    val rows = Table.csv(DATA).stratifiedSplit(TARGET, 0.8, 1) // the seed 1
    val model = train(rows.first())
    print(model)
    println(evaluate(model, rows.second()))
    model.save(MODEL)
}

/** A network trained on these rows, with the recipe that makes numbers of rows. */
fun train(rows: Table): TableModel {
    val recipe = Recipe.forClasses(TARGET).fit(rows)
    val network = ClassifierModel.create(42) // weights drawn from the seed 42
    val model = TableModel.of(network, recipe)
    Trainer.of(network)
        .optimizer(Adam.learningRate(0.01))
        .batchSize(16)
        .epochs(50)
        .seed(7) // of the order of the rows in each epoch
        .fit(recipe.dataset(rows))
    return model
}

/** How well the network predicts these rows. */
fun evaluate(model: TableModel, rows: Table): Evaluation = Evaluation.of(model.model(), model.recipe().dataset(rows))
