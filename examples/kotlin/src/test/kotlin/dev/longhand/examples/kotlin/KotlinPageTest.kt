package dev.longhand.examples.kotlin

import dev.longhand.data.Dataset
import dev.longhand.io.Weights
import dev.longhand.metric.Evaluation
import dev.longhand.model.Model
import dev.longhand.model.ParallelPredictor
import dev.longhand.optimizer.Adam
import dev.longhand.table.Recipe
import dev.longhand.table.RowColumns
import dev.longhand.table.Table
import dev.longhand.table.TableModel
import dev.longhand.training.Callback
import dev.longhand.training.EarlyStopping
import dev.longhand.training.EpochResult
import dev.longhand.training.Trainer
import dev.longhand.training.Training
import java.nio.file.Files
import java.nio.file.Path
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** The examples of docs/kotlin.md. */
class KotlinPageTest {
    @TempDir
    private lateinit var folder: Path

    private val csv = Path.of("../src/main/resources/dev/longhand/examples/table/iris.csv")

    @Test
    fun aNetworkIsTrainedEvaluatedAndSaved() {
        val file = folder.resolve("digits.safetensors")
        val digits = IntArray(100) { it % 10 }
        val images = Array(100) { i -> FloatArray(784) { if (it % 10 == digits[i]) 1f else 0f } }
        val data = Dataset.ofLabels(images, digits, 10).split(0.9, 1) // Array<FloatArray> and IntArray
        val model = DigitsModel.create(42) // parameters drawn from the seed 42
        val history = Trainer.of(model)
            .optimizer(Adam.learningRate(1e-3))
            .batchSize(100)
            .epochs(10)
            .seed(7)
            .validation(data.second())
            .callback(EarlyStopping.patience(3))
            .fit(data.first())
        val evaluation = Evaluation.of(model, data.second())
        val digit = model.predict(images[0]).withIndex().maxBy { it.value }.index
        Weights.save(model, file)

        val rows = images.flatMap { it.asIterable() }.toFloatArray()
        val outputs = ParallelPredictor.of(model).use { it.predict(rows) }

        assertThat(history.last().loss()).isLessThan(history.epochs().first().loss())
        assertThat(evaluation.accuracy()).isGreaterThan(0.5)
        assertThat(digit).isBetween(0, 9)
        assertThat(outputs).hasSize(1000)
        assertThat(model(images[0])).isEqualTo(outputs.copyOf(10))
        assertThat(file).isNotEmptyFile()
    }

    @Test
    fun aCallbackIsAnObject() {
        val printing = object : Callback {
            override fun onEpochEnd(training: Training, result: EpochResult) =
                println("epoch ${result.epoch()}: loss ${result.loss()}")
        }
        Trainer.of(XorModel.create(1)).callback(printing).epochs(1).batchSize(4).fit(Dataset.of(questions, answers))
    }

    @Test
    fun rowsOfATableAreMapsAndObjects() {
        val file = folder.resolve("flowers.safetensors")
        val split = Table.csv(csv).stratifiedSplit("species", 0.8, 1)
        val recipe = Recipe.forClasses("species").fit(split.first())
        val network = FlowersModel.create(1)
        Trainer.of(network)
            .optimizer(Adam.learningRate(0.01))
            .batchSize(16)
            .epochs(50)
            .fit(recipe.dataset(split.first()))
        val flowers = TableModel.of(network, recipe)
        flowers.save(file)
        val row = mapOf("sepal length" to 5.1, "sepal width" to 3.5, "petal length" to 1.4, "petal width" to 0.2)
        val species = flowers.predict(row).category()

        val columns = RowColumns.of<Flower>("sepal length", Flower::sepalLength)
            .and("sepal width", Flower::sepalWidth)
            .and("petal length", Flower::petalLength)
            .and("petal width", Flower::petalWidth)
        val other = flowers.predict(Flower(6.5, 3.0, 6.0, 2.3), columns).category()

        assertThat(species).isEqualTo("setosa")
        assertThat(other).isEqualTo("virginica")
    }

    @Test
    fun aTrainedNetworkIsInTheJar() {
        val flower = IrisModel.pretrained().predict(IrisModel.Row(5.1, 3.5, 1.4, 0.2))

        assertThat(flower.category()).isEqualTo(IrisModel.Category.SETOSA)
    }

    @Test
    fun allExamplesOfThePageAreInThisProject() {
        val sources = listOf("src/main/kotlin", "src/test/kotlin")
            .flatMap { root -> Files.walk(Path.of(root)).use { files -> files.filter(Files::isRegularFile).toList() } }
            .map { withoutIndents(Files.readString(it)) }
        val examples = Regex("```kotlin\\n(.*?)```", RegexOption.DOT_MATCHES_ALL)
            .findAll(Files.readString(Path.of("../../docs/kotlin.md")).replace("\r\n", "\n"))
            .map { withoutIndents(it.groupValues[1]) }
            .toList()

        assertThat(examples).hasSize(9)
        assertThat(examples).allSatisfy { example -> assertThat(sources).anyMatch { it.contains(example) } }
    }

    private fun withoutIndents(text: String): String = text.lines().joinToString("\n") { it.trim() }
}

/** A flower as it was measured, in cm. */
data class Flower(val sepalLength: Double, val sepalWidth: Double, val petalLength: Double, val petalWidth: Double)

operator fun Model.invoke(x: FloatArray): FloatArray = predict(x)
