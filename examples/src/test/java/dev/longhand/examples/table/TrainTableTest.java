package dev.longhand.examples.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.examples.Run;
import dev.longhand.io.Weights;
import dev.longhand.model.Model;
import dev.longhand.table.NominalColumn;
import dev.longhand.table.NumericColumn;
import dev.longhand.table.Recipe;
import dev.longhand.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainTableTest {

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void theIrisesAreThoseOfFisher() throws IOException {
        Table table = Embedded.IRIS.read();
        assertThat(table.rows()).isEqualTo(150);
        assertThat(table.missing()).isZero();
        // Fisher's tables II and III: the means, and the sums of squares of the deviations from them.
        assertMoments(table, "setosa", new double[] {5.006, 3.428, 1.462, 0.246}, 6.0882, 7.0408, 1.4778, 0.5442);
        assertMoments(table, "versicolor", new double[] {5.936, 2.770, 4.260, 1.326}, 13.0552, 4.8250, 10.8200, 1.9162);
        assertMoments(table, "virginica", new double[] {6.588, 2.974, 5.552, 2.026}, 19.8128, 5.0962, 14.9248, 3.6962);
    }

    private static void assertMoments(Table table, String species, double[] means, double... squares) {
        NominalColumn names = (NominalColumn) table.column("species");
        for (int i = 0; i < 4; i++) {
            NumericColumn column = (NumericColumn) table.columns().get(i);
            double sum = 0;
            double deviations = 0;
            for (int row = 0; row < table.rows(); row++) {
                if (species.equals(names.value(row))) {
                    sum += column.value(row);
                    deviations += Math.pow(column.value(row) - means[i], 2);
                }
            }
            assertThat(sum / 50).isCloseTo(means[i], within(1e-9));
            assertThat(deviations).isCloseTo(squares[i], within(1e-9));
        }
    }

    @ParameterizedTest
    @Tag("kernels")
    @ValueSource(strings = {"1", "2", "3"})
    void speciesAreToldApart(String seed) {
        Run run = Run.well("table", "--seed", seed);
        assertThat(Run.numbers(run.line("On the 36 rows", "Accuracy"))[0]).isGreaterThanOrEqualTo(0.88);
        assertThat(run.section("On the 36 rows"))
                .anyMatch(line -> line.matches("setosa +12 +0 +0 +1\\.0000 +1\\.0000 +1\\.0000"));
    }

    @ParameterizedTest
    @Tag("kernels")
    @ValueSource(strings = {"1", "2", "3"})
    void investmentIsPredictedBetterThanByItsMean(String seed) {
        Run run = Run.well("table", "--data", "grunfeld", "--seed", seed);
        double[] network = Run.lastNumbers(run.line("On the 55 rows", "network"), 3);
        double[] mean = Run.lastNumbers(run.line("On the 55 rows", "always the mean"), 3);
        assertThat(network[0]).isLessThan(mean[0] / 2);
        assertThat(network[2]).isGreaterThan(0.75);
    }

    @Test
    void theSourceOfTheNetworkIsPrinted() {
        assertThat(Run.well("table", "--hidden", "5", "--epochs", "1").section("Network"))
                .containsSubsequence(
                        "@Network(input = 4, loss = Loss.CROSS_ENTROPY)",
                        "public interface TableNetwork {",
                        "    @Dense(units = 5, activation = Activation.RELU) Layer hidden1();",
                        "    @Dense(units = 3, activation = Activation.SOFTMAX) Layer output();",
                        "}");
    }

    @Test
    void oneFileIsAllThatPredictionNeeds() throws IOException {
        String model = folder.resolve("iris.safetensors").toString();
        Run.well("table", "--save", model);
        Path flowers =
                write("new.csv", "petal width,petal length,sepal width,sepal length\n0.2,1.4,3.5,5.1\n2.3,6,3,6.5\n");
        List<String> lines = Run.well("table", "predict", "--model", model, "--csv", flowers.toString())
                .out()
                .lines()
                .toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).matches(" +2  setosa +[01]\\.[0-9]{4}");
        assertThat(lines.get(2)).matches(" +3  virginica +[01]\\.[0-9]{4}");
    }

    @Test
    void rowsUnlikeTheTrainingDataAreRefusedOrPredictedWithANotice() throws IOException {
        String model = folder.resolve("g.safetensors").toString();
        Run.well("table", "--data", "grunfeld", "--epochs", "5", "--save", model);
        Path rows = write("new.csv", "value,capital,firm,year\n1000,100,Ford,1940\n");
        Run refused = Run.of("table", "predict", "--model", model, "--csv", rows.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .matches("(?s).*line 2, column \"firm\" holds \"Ford\", which isn't among its categories: .*"
                        + ": correct it, or add --pass to predict it all the same\\R");
        assertThat(Run.well("table", "predict", "--pass", "--model", model, "--csv", rows.toString())
                        .out()
                        .lines())
                .hasSize(3)
                .anyMatch(line -> line.matches(" +2 +-?[0-9]+\\.[0-9]{4}"))
                .anyMatch(line -> line.contains("holds \"Ford\""));
    }

    @Test
    void anyTableIsTrainedOn() throws IOException {
        StringBuilder text = new StringBuilder("id;height;sex;class\n");
        for (int i = 0; i < 80; i++) {
            String height = i % 10 == 0 ? "" : i % 2 + "," + i % 7;
            text.append("n%d;%s;%s;%d\n".formatted(i, height, i % 5 == 0 ? "" : "fm".charAt(i % 2), i % 2));
        }
        text.append("n80;1,5;f;\n");
        String csv = write("people.csv", text.toString()).toString();
        String model = folder.resolve("people.safetensors").toString();
        Run run = Run.well(
                "table",
                "--csv",
                csv,
                "--target",
                "class",
                "--classes",
                "--decimal-comma",
                "--without",
                "id",
                "--save",
                model);
        assertThat(run.out()).contains("1 rows without \"class\" are left out");
        assertThat(run.section("Recipe"))
                .anyMatch(line -> line.startsWith("\"sex\": one-hot, \"f\", \"m\", missing: "));
        assertThat(Run.numbers(run.line("On the 20 rows", "Accuracy"))[0]).isEqualTo(1);
        assertThat(Run.well("table", "predict", "--model", model, "--csv", csv, "--decimal-comma")
                        .out()
                        .lines())
                .hasSize(82);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--csv x.csv | --csv needs --target, the column to predict",
                "--target Species | iris.csv has no column \"Species\", but \"species\"",
                "--target species --regression | the target \"species\" has the categories",
                "--without x | iris.csv has no column \"x\": it has",
                "--test 1 | --test 1.0 must be below 1: the rest is for training",
                "--hidden 5000 | hidden layers of [5000] units: up to 8 layers of 1 to 4096 units are possible",
                "--csv none.csv --target x | There is no file none.csv",
            })
    void wrongRequestsAreOneSentence(String options, String message) {
        Run run = Run.of(("table " + options).split(" "));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(message).hasLineCount(1);
    }

    @Test
    void wrongOptionsAreExplained() {
        assertThat(Run.of("table", "--classes", "--regression").exitCode()).isEqualTo(2);
        assertThat(Run.of("table", "--delimiter", "ab").err()).contains("'ab' is not a single character");
        assertThat(Run.of("table", "--charset", "x").err()).contains("'x' is no encoding that Java knows");
        assertThat(Run.of("table", "predict").exitCode()).isEqualTo(2);
        assertThat(Run.well("table", "predict", "--help").out()).startsWith("Usage: longhand table predict");
    }

    @Test
    void aJavaWithoutCompilerIsSaidInOneSentence() throws IOException {
        Recipe recipe = Recipe.forClasses("species").fit(Embedded.IRIS.read());
        NetworkSource source = new NetworkSource(recipe, List.of(3));
        assertThatThrownBy(() -> NetworkCompiler.compile(source, null))
                .isInstanceOf(IOException.class)
                .hasMessage("This Java, " + System.getProperty("java.home")
                        + ", has no compiler for the network of this table: run the command with a JDK");
    }

    @Test
    void whatIsCompiledDependsOnCheckedNumbersAlone() throws IOException {
        Recipe recipe = Recipe.forClasses("species").fit(Embedded.IRIS.read());
        NetworkSource source = new NetworkSource(recipe, List.of(3, 4));
        assertThat(NetworkSource.of(recipe, source.metadata())).isEqualTo(source);
        assertThat(NetworkSource.of(recipe, Map.of()).hidden()).isEmpty();
        Model model = NetworkCompiler.compile(source).create(1);
        assertThat(source.parameters()).isEqualTo(model.info().parameterCount());
        for (String hidden : new String[] {"3,4)", "99999", "3,,4", "-1", "0", "1,1,1,1,1,1,1,1,1", "4096"}) {
            Path file = folder.resolve("hostile.safetensors");
            Map<String, String> metadata = new LinkedHashMap<>(recipe.metadata());
            metadata.put(NetworkSource.METADATA, hidden);
            Weights.save(model, file, metadata);
            Run run = Run.of("table", "predict", "--model", file.toString(), "--csv", "none.csv");
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).hasLineCount(1).containsAnyOf("hidden layers", "is too short");
        }
    }
}
