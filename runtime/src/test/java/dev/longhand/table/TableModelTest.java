package dev.longhand.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import dev.longhand.io.InvalidFileException;
import dev.longhand.io.Weights;
import dev.longhand.model.Model;
import dev.longhand.random.CountedRandom;
import dev.longhand.testing.TwoLayers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableModelTest {

    private static final Table TRAIN =
            Tables.csv("x,c,size,y\n0.1,a,S,no\n,\"b \"\"\u00e9\uD83D\uDE00\",L,yes\n3.3333333,a,S,no\n7e-5,a,S,no\n");

    /** 1 + 1 + 2 + 1 inputs. */
    private final Recipe recipe = Recipe.forClasses("y")
            .indicateMissing("x")
            .ordinal("size", "S", "L")
            .fit(TRAIN)
            .pass(Anomaly.FAR_OUTSIDE_RANGE)
            .farLimit(0.1);

    private final TableModel model = TableModel.of(TwoLayers.classes(5, 3, 2, 1), recipe);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("model.safetensors");
    }

    @Test
    void oneFileIsAUsableModelToTheBit() throws IOException {
        model.save(file);
        TableModel loaded = TableModel.load(TwoLayers.classes(5, 3, 2, 9), file);
        assertThat(loaded.recipe()).isEqualTo(recipe).hasSameHashCodeAs(recipe);
        assertThat(Recipe.load(file)).isEqualTo(recipe);
        assertThat(loaded.recipe().encode(TRAIN)).containsExactly(recipe.encode(TRAIN));
        assertThat(loaded.model().parameters().sha256())
                .isEqualTo(model.model().parameters().sha256());
        assertThat(loaded.predict(TRAIN)).isEqualTo(model.predict(TRAIN));
        byte[] first = Files.readAllBytes(file);
        loaded.save(file);
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        TableModel streamed = TableModel.load(TwoLayers.classes(5, 3, 2, 9), new ByteArrayInputStream(first), "stream");
        assertThat(streamed.predict(TRAIN)).isEqualTo(model.predict(TRAIN));
        assertThat(loaded).hasToString(model.toString());
    }

    @Test
    void allKindsOfTargetsAndFeaturesAreSavedToTheBit() throws IOException {
        for (int i = 0; i < 200; i++) {
            long key = CountedRandom.key(3, 1, i);
            StringBuilder csv = new StringBuilder("x,y\n");
            for (int row = 0; row < 5; row++) {
                csv.append(CountedRandom.normal(key, row) * Math.pow(10, CountedRandom.normal(key, 10 + row) * 20));
                csv.append(',').append(row % 2).append('\n');
            }
            Table table = Tables.csv(csv.toString());
            RecipeBuilder builder = switch (i % 4) {
                case 0 -> Recipe.forBinary("y", "0").minMax();
                case 1 -> Recipe.forRegression("y").unscaledTarget().unscaled();
                case 2 -> Recipe.forRegression("y").fill();
                default -> Recipe.forRegression("x").oneHot("y");
            };
            Recipe written = builder.fit(table).pass(Anomaly.values()[i % 4]);
            String json = RecipeWriter.write(written);
            assertThat(JsonParser.parseString(json).isJsonObject()).isTrue();
            Recipe read = RecipeReader.read(json, "file");
            assertThat(RecipeWriter.write(read)).isEqualTo(json);
            assertThat(read).isEqualTo(written);
        }
    }

    @Test
    void aMapARecordAndATableGiveTheSamePrediction() {
        Prediction expected = model.predict(TRAIN).get(0);
        assertThat(model.predict(Map.of("x", 0.1, "c", "a", "size", "S"))).isEqualTo(expected);
        assertThat(model.predict(
                        new float[] {0.1f},
                        RowColumns.<float[]>of("x", row -> row[0])
                                .and("c", row -> "a")
                                .and("size", row -> "S")))
                .isEqualTo(expected);
        assertThat(expected.outputs()).containsExactly(model.model().predict(recipe.encode(TRAIN.subset(0))));
        assertThat(expected.notices()).isEmpty();
        assertThat(model.predict(Map.of("x", 1e6, "c", "a", "size", "S")).notices())
                .containsExactly("column \"x\" holds 1000000, far outside the 0.00007 to 3.3333333 of the training data"
                        .replace("0.00007", "7.0E-5"));
    }

    @Test
    void predictionsHaveClassesScoresOrNumbers() {
        Prediction classes = new Prediction(recipe, new float[] {0.25f, 0.75f}, List.of());
        assertThat(classes.category()).isEqualTo("yes");
        assertThat(classes.scores()).containsExactly(Map.entry("no", 0.25), Map.entry("yes", 0.75));
        assertThat(classes.score()).isEqualTo(0.75);
        assertThat(classes.score("no")).isEqualTo(0.25);
        assertThatThrownBy(() -> classes.score("No")).hasMessage("the target \"y\" has no class \"No\", but \"no\"");
        assertThat(classes).hasToString("yes (0.75)");
        assertThatThrownBy(classes::number).hasMessage("the target \"y\" has classes, not numbers");
        assertThatThrownBy(new Prediction(recipe, new float[] {0, Float.NaN}, List.of())::category)
                .hasMessage("the network gives NaN for \"y\"=yes, so that no class is the best: train it again");
        Recipe binary = Recipe.forBinary("y").fit(Tables.csv("x,y\n1,b\n2,a\n"));
        Prediction two = new Prediction(binary, new float[] {0.25f}, List.of());
        assertThat(two.category()).isEqualTo("a");
        assertThat(two.scores()).containsExactly(Map.entry("a", 0.75), Map.entry("b", 0.25));
        Recipe regression = Recipe.forRegression("y").fit(Tables.csv("x,y\n1,10\n2,30\n"));
        Prediction number = new Prediction(regression, new float[] {0.5f}, List.of());
        assertThat(number.number()).isEqualTo(25);
        assertThat(number).hasToString("25.0");
        assertThatThrownBy(number::scores).hasMessage("the target \"y\" has numbers, not classes: look at number()");
    }

    @Test
    void networksThatDoNotFitAreRefused() throws IOException {
        assertThatThrownBy(() -> TableModel.of(TwoLayers.classes(4, 3, 2, 1), recipe))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(" has 4 inputs, but the recipe gives 5: write @Network(input = 5)");
        assertThatThrownBy(() -> TableModel.of(TwoLayers.classes(5, 3, 4, 1), recipe))
                .hasMessageEndingWith(" has 4 outputs, but the target \"y\" needs 2: give the last layer 2 units");
        model.save(file);
        assertThatThrownBy(() -> TableModel.load(TwoLayers.classes(4, 3, 2, 1), file))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageStartingWith(file + ": it isn't of this network: ");
        assertUnchanged(TwoLayers.classes(5, 7, 2, 1));
    }

    private void assertUnchanged(Model other) {
        String before = other.parameters().sha256();
        assertThatThrownBy(() -> TableModel.load(other, file)).isInstanceOf(InvalidFileException.class);
        assertThat(other.parameters().sha256()).isEqualTo(before);
    }

    @Test
    void filesWithoutARecipeOrWithADamagedOneAreRefused() throws IOException {
        Weights.save(model.model(), file);
        assertThatThrownBy(() -> Recipe.load(file))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage(file + ": it holds no recipe: save network and recipe with TableModel.save");
        assertUnchanged(TwoLayers.classes(5, 3, 2, 4));
        Weights.save(model.model(), file, Map.of(Recipe.METADATA, "{}"));
        assertThatThrownBy(() -> Recipe.load(file))
                .hasMessage(file + ": its recipe can't be read: at character 1 it has '}' instead of '\"'");
        assertUnchanged(TwoLayers.classes(5, 3, 2, 4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"version\":1 | \"version\":2 | its version is 2, but this Longhand reads version 1",
                "\"version\" | \"Version\" | it has \"Version\" where \"version\" is expected",
                "\"classes\":[\"no\",\"yes\"] | \"classes\":[\"no\"] | the target \"y\" has 1 classes",
                "\"classes\":[\"no\",\"yes\"] | \"classes\":[] | the target \"y\" has 0 classes",
                "\"no\",\"yes\" | \"no\",\"no\" | two values of the column \"y\" are the same",
                "\"kind\":\"classes\" | \"kind\":\"other\" | \"other\" is no kind of target",
                "\"kind\":\"number\" | \"kind\":\"other\" | \"other\" is no kind of feature",
                "\"FAR_OUTSIDE_RANGE\" | \"FAR\" | \"FAR\" is none of [UNSEEN_CATEGORY, FAR_OUTSIDE_RANGE, MISSING_VALUE, MISSING_COLUMN]",
                "\"farLimit\":0.1 | \"farLimit\":-1 | the far limit -1.0 is below 0",
                "\"farLimit\":0.1 | \"farLimit\":1e999 | instead of a finite number",
                "\"min\":7.0E-5 | \"min\":9 | a column ranges from 9.0 to 3.3333333",
                "\"Z_SCORE\" | \"NONE\" | a column that isn't scaled has shift",
                "\"scale\": | \"scale\":- | a scale is -",
                "\"fill\":\"S\" | \"fill\":\"M\" | \"M\" is no category of \"size\"",
                "\"categories\":[\"S\",\"L\"] | \"categories\":[] | the column \"size\" has no categories",
                "\"column\":\"size\" | \"column\":\"x\" | the column \"x\" comes twice",
                "\"column\":\"size\" | \"column\":\"y\" | the column \"y\" comes twice",
                "\"INDICATE\" | \"indicate\" | \"indicate\" is none of [REFUSE, FILL, INDICATE]",
            })
    void everyPartOfARecipeIsChecked(String from, String to, String message) {
        String json = RecipeWriter.write(recipe);
        assertThat(json).contains(from);
        int at = json.indexOf(from);
        String damaged = json.substring(0, at) + to + json.substring(at + from.length());
        assertThatThrownBy(() -> RecipeReader.read(damaged, "file"))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageStartingWith("file: its recipe can't be read: ")
                .hasMessageContaining(message);
    }

    @Test
    void noDamagedRecipeIsAnythingButRefusedOrRead() {
        String json = RecipeWriter.write(recipe);
        for (int at = 0; at < json.length(); at++) {
            for (String damaged : new String[] {
                json.substring(0, at),
                json.substring(0, at) + json.substring(at + 1),
                json.substring(0, at) + '9' + json.substring(at + 1),
                json.substring(0, at) + '"' + json.substring(at),
                json.substring(0, at) + "e9" + json.substring(at)
            }) {
                try {
                    assertThat(RecipeReader.read(damaged, "file").inputs()).isPositive();
                } catch (InvalidFileException e) {
                    assertThat(e).hasMessageStartingWith("file: its recipe can't be read: ");
                }
            }
        }
    }
}
