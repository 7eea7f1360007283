package dev.longhand.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhand.data.Dataset;
import dev.longhand.data.SampleBuffer;
import dev.longhand.data.SampleReader;
import dev.longhand.data.SampleSource;
import dev.longhand.data.TargetKind;
import dev.longhand.io.InvalidFileException;
import dev.longhand.model.Model;
import dev.longhand.testing.TwoLayers;
import dev.longhand.training.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is read anew in each epoch gives the samples of the table in memory. */
class CsvSourceTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        StringBuilder csv = new StringBuilder("x;zip;grade;label;y\n");
        for (int i = 0; i < 100; i++) {
            String x = i % 7 == 0 ? "" : (i * 0.37 + "").replace('.', ',');
            csv.append(x)
                    .append(";0")
                    .append(i % 3)
                    .append(';')
                    .append(i % 2 == 0 ? "2,50" : "10")
                    .append(';');
            csv.append(i % 4 == 0 ? "a" : "b")
                    .append(';')
                    .append((i * i % 31 + "").replace('.', ','))
                    .append('\n');
        }
        file = Files.writeString(folder.resolve("big.csv"), csv);
    }

    private static CsvFormat format() {
        return CsvFormat.standard().decimalComma().nominal("zip");
    }

    private static void assertSame(SampleSource source, Dataset data) throws IOException {
        assertThat(source.inputShape()).isEqualTo(data.inputShape());
        assertThat(source.targetSize()).isEqualTo(data.targetSize());
        assertThat(source.classes()).isEqualTo(data.classes());
        for (int epoch = 0; epoch < 2; epoch++) {
            SampleBuffer buffer = new SampleBuffer(7, source.inputShape().size(), source.targetSize());
            try (SampleReader reader = source.open()) {
                int first = 0;
                for (int n = 7; n == 7; first += n) {
                    n = reader.read(buffer, 0, 7);
                    for (int row = 0; row < n; row++) {
                        int inputs = buffer.inputSize();
                        int targets = buffer.targetSize();
                        assertThat(Arrays.copyOfRange(buffer.inputs(), row * inputs, (row + 1) * inputs))
                                .containsExactly(data.input(first + row));
                        assertThat(Arrays.copyOfRange(buffer.targets(), row * targets, (row + 1) * targets))
                                .containsExactly(data.target(first + row));
                    }
                }
                assertThat(first).isEqualTo(data.size());
            }
        }
    }

    @Test
    void itsSamplesAreThoseOfTheTable() throws IOException {
        Table table = Table.csv(file, format());
        Recipe classes =
                Recipe.forClasses("zip").oneHot("grade").indicateMissing().fit(table);
        assertSame(classes.source(file, format()), classes.dataset(table));
        assertThat(classes.source(file, format()).inputName(1)).isEqualTo("column \"x missing\"");
        Recipe binary = Recipe.forBinary("grade").fill().fit(table);
        assertSame(binary.source(file, format()), binary.dataset(table));
        assertThat(binary.source(file, format()).targetKind()).isEqualTo(TargetKind.ZERO_OR_ONE);
        Recipe regression = Recipe.forRegression("y").minMax().fill().fit(table);
        assertSame(regression.source(file, format()), regression.dataset(table));
    }

    @Test
    void numbersThatAreCategoriesAreTakenAsWritten() throws IOException {
        CsvFormat format = format().nominal("zip", "grade");
        Table table = Table.csv(file, format);
        Recipe oneHot = Recipe.forRegression("y").oneHot("grade").fill().fit(table);
        assertThat(oneHot.toString()).contains("2,50");
        assertSame(oneHot.source(file, format), oneHot.dataset(table));
        Recipe target = Recipe.forBinary("grade").fill().fit(table);
        assertSame(target.source(file, format), target.dataset(table));
    }

    @Test
    void aRecipeOfTheFirstRowsIsEnough() throws IOException {
        Table first = Table.csv(file, format().firstRows(30));
        assertThat(first.rows()).isEqualTo(30);
        assertSame(
                Recipe.forRegression("y").fill().fit(first).source(file, format().firstRows(30)),
                Recipe.forRegression("y").fill().fit(first).dataset(first));
        Recipe recipe = Recipe.forRegression("y").fill().fit(first).farLimit(10);
        assertSame(recipe.source(file, format()), recipe.dataset(Table.csv(file, format())));
        assertThatThrownBy(() -> format().firstRows(0)).hasMessage("firstRows 0 must be at least 1");
    }

    @Test
    void rowsAreSkipped() throws IOException {
        Table table = Table.csv(file, format());
        Recipe recipe = Recipe.forRegression("y").fill().fit(table);
        SampleBuffer buffer = new SampleBuffer(1, recipe.inputs(), 1);
        try (SampleReader reader = recipe.source(file, format()).open()) {
            assertThat(reader.skip(99)).isEqualTo(99);
            assertThat(reader.read(buffer, 0, 1)).isEqualTo(1);
            assertThat(buffer.inputs()).containsExactly(recipe.dataset(table).input(99));
            assertThat(reader.read(buffer, 0, 1)).isZero();
            assertThat(reader.skip(1)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void trainingOnItGivesTheBitsOfTrainingInMemory(int threads) throws IOException {
        Table table = Table.csv(file, format());
        Recipe recipe = Recipe.forClasses("zip").fill().fit(table);
        Model inMemory = TwoLayers.classes(recipe.inputs(), 5, 3, 1);
        Model fromFile = TwoLayers.classes(recipe.inputs(), 5, 3, 1);
        Trainer.of(inMemory).epochs(3).shuffle(false).threads(threads).fit(recipe.dataset(table));
        Trainer.of(fromFile).epochs(3).shuffle(false).threads(threads).fit(recipe.source(file, format()));
        assertThat(fromFile.parameters().sha256())
                .isEqualTo(inMemory.parameters().sha256());
    }

    @Test
    void brokenRowsAreRefusedWithTheirLine() throws IOException {
        Recipe recipe = Recipe.forRegression("y").fit(Tables.csv("x,c,y\n1,a,2\n2,b,3\n"));
        assertRefused(
                recipe,
                "x,c,y\n1,a,2\nz,a,2\n",
                "line 3, column \"x\" holds \"z\", but it's a column of numbers: correct it");
        assertRefused(
                recipe,
                "x,c,y\n1,a,2\ninf,a,2\n",
                "line 3, column \"x\" holds \"inf\", but it's a column of numbers: correct it");
        assertRefused(recipe, "x,c,y\n1,q,2\n", "line 2, column \"c\" holds \"q\", which isn't among its categories");
        assertRefused(
                recipe,
                "x,c,y\n1,a,inf\n",
                "line 2, the target \"y\" is \"inf\", which isn't a number that a network can give: correct it");
        assertRefused(recipe, "x,c,y\n1,a,\n", "line 2, there is no value of the target \"y\"");
        assertRefused(recipe, "x,c,Y\n1,a,2\n", "line 2, there is no target column \"y\", but \"Y\"");
        Path broken = Files.writeString(folder.resolve("broken.csv"), "x,c,y\n1,a\n");
        assertThatThrownBy(() -> read(recipe, broken))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage(broken + ": line 2 has 2 fields, but line 1 has 3");
        assertThatThrownBy(
                        () -> recipe.source(Files.writeString(folder.resolve("empty.csv"), ""), CsvFormat.standard()))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageEndingWith("it's empty");
    }

    private void assertRefused(Recipe recipe, String text, String message) throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.csv"), text);
        assertThatThrownBy(() -> read(recipe, broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(broken + ": " + message);
    }

    private static void read(Recipe recipe, Path broken) throws IOException {
        SampleBuffer buffer = new SampleBuffer(9, recipe.inputs(), recipe.outputs());
        try (SampleReader reader = recipe.source(broken, CsvFormat.standard()).open()) {
            reader.read(buffer, 0, 9);
        }
    }
}
