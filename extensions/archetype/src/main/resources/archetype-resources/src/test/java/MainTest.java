package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.longhand.table.Table;
import dev.longhand.table.TableModel;
import dev.longhand.table.TableSplit;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    private final TableSplit rows = Table.csv(Path.of("data.csv")).stratifiedSplit(Main.TARGET, 0.8, 1);

    MainTest() throws IOException {}

    @Test
    void mostRowsAreClassifiedCorrectly() {
        assertTrue(Main.evaluate(Main.train(rows.first()), rows.second()).accuracy() >= 0.8);
    }

    @Test
    void aSavedModelPredictsTheSame(@TempDir Path folder) throws IOException {
        TableModel trained = Main.train(rows.first());
        Path file = folder.resolve("model.safetensors");
        trained.save(file);
        TableModel loaded = TableModel.load(ClassifierModel.create(0), file);
        assertEquals(trained.predict(rows.second()), loaded.predict(rows.second()));
    }
}
