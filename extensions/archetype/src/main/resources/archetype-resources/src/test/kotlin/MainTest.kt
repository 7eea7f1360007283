package ${package}

import dev.longhand.table.Table
import dev.longhand.table.TableModel
import java.nio.file.Path
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class MainTest {
    private val rows = Table.csv(Path.of("data.csv")).stratifiedSplit(TARGET, 0.8, 1)

    @Test
    fun mostRowsAreClassifiedCorrectly() {
        assertTrue(evaluate(train(rows.first()), rows.second()).accuracy() >= 0.8)
    }

    @Test
    fun aSavedModelPredictsTheSame(@TempDir folder: Path) {
        val trained = train(rows.first())
        val file = folder.resolve("model.safetensors")
        trained.save(file)
        val loaded = TableModel.load(ClassifierModel.create(0), file)
        assertEquals(trained.predict(rows.second()), loaded.predict(rows.second()))
    }
}
