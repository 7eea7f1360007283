package dev.longhand.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.data.Dataset;
import dev.longhand.data.TargetKind;
import dev.longhand.testing.TwoLayers;
import dev.longhand.training.Trainer;
import dev.longhand.training.TrainingDivergedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures worked out by hand, in the comments. */
class RecipeTest {

    private static final float EXACT = 1e-6f;

    /** Numbers 2, 4, 4, 4, 5, 5, 7, 9 have the mean 5 and the standard deviation 2. */
    private static final String NUMBERS = "x,y\n2,a\n4,a\n4,a\n4,a\n5,b\n5,b\n7,b\n9,b\n";

    private static void assertFitRefused(RecipeBuilder builder, String csv, String message) {
        assertThatThrownBy(() -> builder.fit(Tables.csv(csv)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aZScoreHasMean0AndDeviation1() {
        Recipe recipe = Recipe.forClasses("y").fit(Tables.csv(NUMBERS));
        // (2 − 5)/2 = −1.5, (9 − 5)/2 = 2, (6 − 5)/2 = 0.5
        assertThat(recipe.encode(Tables.csv(NUMBERS)))
                .containsExactly(new float[] {-1.5f, -0.5f, -0.5f, -0.5f, 0, 0, 1, 2}, within(EXACT));
        assertThat(recipe.encode(Map.of("x", 6))).containsExactly(0.5f);
    }

    @Test
    void minMaxIsFrom0To1OnTheTrainingDataAndBeyondOnOther() {
        Recipe recipe = Recipe.forClasses("y").minMax("x").fit(Tables.csv(NUMBERS));
        // (4 − 2)/(9 − 2) = 2/7, (16 − 2)/7 = 2
        assertThat(recipe.encode(Map.of("x", 2))).containsExactly(0);
        assertThat(recipe.encode(Map.of("x", 4))).containsExactly((float) (2 / 7.0));
        assertThat(recipe.encode(Map.of("x", 9))).containsExactly(1);
        assertThat(recipe.encode(Map.of("x", 16))).containsExactly(2);
        assertThat(Recipe.forClasses("y").minMax().fit(Tables.csv(NUMBERS))).isEqualTo(recipe);
    }

    @Test
    void unscaledNumbersStayAndConstantOnesBecome0() {
        assertThat(Recipe.forClasses("y").unscaled("x").fit(Tables.csv(NUMBERS)).encode(Map.of("x", 6.25)))
                .containsExactly(6.25f);
        String constant = "x,y\n0.1,a\n0.1,b\n0.1,b\n";
        assertThat(Recipe.forClasses("y").fit(Tables.csv(constant)).encode(Map.of("x", 3)))
                .containsExactly(0);
        assertThat(Recipe.forClasses("y").minMax("x").fit(Tables.csv(constant)).encode(Map.of("x", 3)))
                .containsExactly(0);
    }

    @Test
    void oneHotHasAnInputForEachCategoryInTheirOrder() {
        Recipe recipe = Recipe.forRegression("y").fit(Tables.csv("x,y\nred,1\nblue,2\ngreen,3\nred,4\n"));
        assertThat(recipe.inputNames()).containsExactly("x=blue", "x=green", "x=red");
        assertThat(recipe.inputs()).isEqualTo(3);
        assertThat(recipe.encode(Map.of("x", "green"))).containsExactly(0, 1, 0);
        assertThat(recipe.encode(Map.of("x", " red "))).containsExactly(0, 0, 1);
    }

    @Test
    void numbersThatAreOnlyNamesAreOneHotToo() {
        Recipe recipe = Recipe.forRegression("y").oneHot("x").fit(Tables.csv("x,y\n10,1\n2.5,2\n2,3\n10,4\n"));
        assertThat(recipe.inputNames()).containsExactly("x=2", "x=2.5", "x=10");
        assertThat(recipe.encode(Map.of("x", 10))).containsExactly(0, 0, 1);
        assertThat(recipe.encode(Map.of("x", 2.0))).containsExactly(1, 0, 0);
        assertThat(recipe.encode(Map.of("x", "2.5"))).containsExactly(0, 1, 0);
    }

    @Test
    void ordinalCategoriesAreAtEqualDistancesFrom0To1() {
        String csv = "size,y\nM,1\nS,2\nXL,3\n";
        Recipe recipe =
                Recipe.forRegression("y").ordinal("size", "S", "M", "L", "XL").fit(Tables.csv(csv));
        assertThat(recipe.inputNames()).containsExactly("size");
        assertThat(recipe.encode(Map.of("size", "S"))).containsExactly(0);
        assertThat(recipe.encode(Map.of("size", "M"))).containsExactly(1 / 3f);
        assertThat(recipe.encode(Map.of("size", "L"))).containsExactly(2 / 3f);
        assertThat(recipe.encode(Map.of("size", "XL"))).containsExactly(1);
        assertFitRefused(
                Recipe.forRegression("y").ordinal("size", "S", "M"),
                csv,
                "column \"size\" holds \"XL\", which isn't in the order given: \"S\", \"M\"");
        assertThatThrownBy(() -> Recipe.forRegression("y").ordinal("size", "S", "S"))
                .hasMessage(
                        "the categories of \"size\", \"S\", \"S\", must be at least 2 different ones, in their order");
    }

    @Test
    void missingValuesAreFilledAndIndicated() {
        String csv = "x,c,y\n1,a,1\n2,b,2\n,b,3\n2,,4\n7,b,5\n";
        Table table = Tables.csv(csv);
        // 1, 2, 2, 7: mean 3, median 2, most frequent 2, min 1, max 7; (3 − 1)/6 = 1/3, (2 − 1)/6 = 1/6, (4 − 1)/6 = ½
        RecipeBuilder plain = Recipe.forRegression("y").minMax("x");
        Map<String, Object> missing = new HashMap<>();
        missing.put("x", null);
        missing.put("c", "");
        assertThat(plain.fill().fit(table).encode(missing)).containsExactly((float) (1 / 3.0), 0, 1);
        assertThat(plain.fill().fill(Fill.MEDIAN, "x").fit(table).encode(missing))
                .containsExactly((float) (1 / 6.0), 0, 1);
        assertThat(plain.fill().fill(Fill.MOST_FREQUENT, "x").fit(table).encode(missing))
                .containsExactly((float) (1 / 6.0), 0, 1);
        assertThat(plain.fill().fillWith("x", 4).fillWith("c", "a").fit(table).encode(missing))
                .containsExactly(0.5f, 1, 0);
        assertThat(plain.fill().fillWith("c", "none").fit(table).inputNames())
                .containsExactly("x", "c=a", "c=b", "c=none");
        Recipe indicated = plain.indicateMissing().fit(table);
        assertThat(indicated.inputNames()).containsExactly("x", "x missing", "c=a", "c=b", "c missing");
        assertThat(indicated.encode(missing)).containsExactly((float) (1 / 3.0), 1, 0, 1, 1);
        assertThat(indicated.encode(Map.of("x", 7, "c", "a"))).containsExactly(1, 0, 1, 0, 0);
        assertThat(plain.fill().indicateMissing("x").fit(table).inputNames())
                .containsExactly("x", "x missing", "c=a", "c=b");
    }

    @Test
    void theMedianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
        Table table = Tables.csv("x,y\n1,1\n2,2\n5,3\n9,4\n,5\n");
        Recipe recipe =
                Recipe.forRegression("y").unscaled().fill(Fill.MEDIAN, "x").fit(table);
        assertThat(recipe.encode(table)).containsExactly(1, 2, 5, 9, 3.5f);
    }

    @Test
    void targetsAreClassesInTheirOrder() {
        Table table = Tables.csv("x,y\n1,b\n2,c\n3,a\n4,a\n");
        Dataset data = Recipe.forClasses("y").fit(table).dataset(table);
        assertThat(data.classes()).isEqualTo(3);
        assertThat(data.labels()).containsExactly(1, 2, 0, 0);
        assertThat(data.target(0)).containsExactly(0, 1, 0);
        Table digits = Tables.csv("x,y\n1,10\n2,9\n3,10\n4,9\n5,0\n6,0\n");
        Recipe numbers = Recipe.forClasses("y").fit(digits);
        assertThat(numbers.classes()).containsExactly("0", "9", "10");
        assertThat(numbers.dataset(digits).labels()).containsExactly(2, 1, 2, 1, 0, 0);
    }

    @Test
    void aBinaryTargetIs1ForTheSecondValueOrForTheOneNamed() {
        Table table = Tables.csv("x,y\n1,yes\n2,no\n3,no\n");
        Recipe recipe = Recipe.forBinary("y").fit(table);
        assertThat(recipe.outputs()).isEqualTo(1);
        assertThat(recipe.classes()).containsExactly("no", "yes");
        Dataset data = recipe.dataset(table);
        assertThat(data.targets()).containsExactly(1, 0, 0);
        assertThat(data.labels()).containsExactly(1, 0, 0);
        assertThat(data.targetKind()).isEqualTo(TargetKind.ZERO_OR_ONE);
        assertThat(Recipe.forBinary("y", "no").fit(table).dataset(table).targets())
                .containsExactly(0, 1, 1);
    }

    @Test
    void aRegressionsTargetIsScaledAndScaledBack() {
        Table table = Tables.csv("y,x\n2,1\n4,2\n4,3\n4,4\n5,5\n5,6\n7,7\n9,8\n");
        Recipe recipe = Recipe.forRegression("y").fit(table);
        assertThat(recipe.dataset(table).targets())
                .containsExactly(new float[] {-1.5f, -0.5f, -0.5f, -0.5f, 0, 0, 1, 2}, within(EXACT));
        assertThat(recipe.number(-1.5f)).isEqualTo(2);
        assertThat(recipe.number(2)).isEqualTo(9);
        Recipe unscaled = Recipe.forRegression("y").unscaledTarget().fit(table);
        assertThat(unscaled.dataset(table).targets()).containsExactly(2, 4, 4, 4, 5, 5, 7, 9);
        assertThat(unscaled.number(2.5f)).isEqualTo(2.5);
    }

    @Test
    void whatIsFittedDependsOnTheTrainingPartAlone() {
        Table whole = Tables.csv("x,c,y\n1,a,1\n3,b,2\n1000,z,3\n");
        Recipe recipe = Recipe.forRegression("y").minMax("x").fit(whole.subset(0, 1));
        assertThat(recipe).isEqualTo(Recipe.forRegression("y").minMax("x").fit(Tables.csv("x,c,y\n1,a,1\n3,b,2\n")));
        assertThat(recipe.inputNames()).containsExactly("x", "c=a", "c=b");
        assertThat(recipe).hasToString("""
                "y": numbers, 1 to 2 from 3 inputs
                "x": scaled to 0–1, 1 to 3
                "c": one-hot, "a", "b"
                """);
    }

    @Test
    void columnsMayBeLeftOutAndOtherTablesMayHaveMoreInAnotherOrder() {
        Table train = Tables.csv("id,x,z,y\n7,2,0,a\n8,4,1,b\n");
        Recipe recipe = Recipe.forClasses("y").without("id").minMax().fit(train);
        assertThat(recipe.columns()).containsExactly("x", "z");
        assertThat(recipe.target()).isEqualTo("y");
        assertThat(recipe.encode(Tables.csv("more,z,x\n0,1,2\n"))).containsExactly(0, 1);
    }

    @Test
    void wrongSettingsAreRefused() {
        String csv = "x,c,y\n1,a,1\n2,b,2\n3,b,5\n4,b,6\n";
        RecipeBuilder y = Recipe.forRegression("y");
        assertFitRefused(y.without("X"), csv, "test.csv has no column \"X\", but \"x\"");
        assertFitRefused(y.minMax("y"), csv, "column \"y\" is the target: settings of inputs don't apply to it");
        assertFitRefused(
                y.minMax("c"),
                csv,
                "column \"c\" has the categories \"a\", \"b\", which can't be scaled: leave zScore, minMax or unscaled out");
        assertFitRefused(
                y.fill(Fill.MEAN, "c"),
                csv,
                "column \"c\" has categories, which have no mean: use Fill.MOST_FREQUENT or fillWith");
        assertFitRefused(
                y.fillWith("x", "z"), csv, "column \"x\" has numbers and can't be filled with the category \"z\"");
        assertFitRefused(
                y.ordinal("c", "a", "b").fillWith("c", "z"),
                csv,
                "column \"c\" can't be filled with \"z\", which isn't in the order given: \"a\", \"b\"");
        assertThatThrownBy(() -> y.fillWith("x", Double.NaN))
                .hasMessage("column \"x\" can't be filled with NaN: use a finite number");
        assertFitRefused(y.without("x", "c"), csv, "test.csv has no column but the target \"y\" to learn from");
    }

    @Test
    void wrongTargetsAreRefused() {
        String csv = "x,c,one,name,y\n1,a,k,q,1\n2,b,k,r,2\n3,c,k,s,5\n4,c,k,t,6\n";
        assertFitRefused(
                Recipe.forRegression("c"),
                csv,
                "the target \"c\" has the categories \"a\", \"b\", \"c\", not numbers: use Recipe.forClasses(\"c\")");
        assertFitRefused(
                Recipe.forBinary("c"),
                csv,
                "the target \"c\" has 3 values, \"a\", \"b\", \"c\": use Recipe.forClasses(\"c\")");
        assertFitRefused(
                Recipe.forClasses("one"),
                csv,
                "the target \"one\" has the single class \"k\", so there is nothing to learn");
        assertFitRefused(
                Recipe.forClasses("y"),
                csv,
                "the target \"y\" has 4 different values in 4 rows, too many to be classes: for numbers use"
                        + " Recipe.forRegression(\"y\")");
        assertFitRefused(
                Recipe.forBinary("y", "z"),
                "x,y\n1,a\n2,b\n",
                "the target \"y\" has no value \"z\": it has \"a\", \"b\"");
        assertFitRefused(
                Recipe.forRegression("y"),
                "x,y\n1,7\n2,7\n",
                "the target \"y\" is 7 in every row, so there is nothing to learn");
        assertFitRefused(
                Recipe.forClasses("y"),
                "x,y\n1,a\n2,\n",
                "test.csv: line 3, there is no value of the target \"y\": leave such rows out, with"
                        + " table.withoutMissing(\"y\")");
        assertThatThrownBy(() -> Recipe.forClasses("y").fit(Tables.csv(NUMBERS)).number(1))
                .hasMessage("the target \"y\" has classes, not numbers");
    }

    @Test
    void columnsFromWhichNothingCanBeLearntAreRefused() {
        StringBuilder names = new StringBuilder("x,name,y\n");
        for (int i = 0; i < 20; i++) {
            names.append(i).append(",n").append(i).append(',').append(i).append('\n');
        }
        assertFitRefused(
                Recipe.forRegression("y"),
                names.toString(),
                "column \"name\" has 20 different categories in 20 rows, from which nothing can be learnt: leave it out,"
                        + " with without(\"name\")");
        assertFitRefused(
                Recipe.forRegression("y"),
                "x,z,y\n1,,1\n2,,2\n",
                "column \"z\" has no value in the training data: leave it out, with without(\"z\")");
        assertFitRefused(
                Recipe.forRegression("y"),
                "x,y\n1,1\n,2\n,3\n",
                "test.csv: 2 of 3 values of column \"x\" are missing, the first in line 3, column \"x\": fill them, with"
                        + " fill() or indicateMissing(), or leave the rows out, with table.withoutMissing(\"x\")");
        assertFitRefused(
                Recipe.forRegression("y"),
                "x,y\n1e308,1\n-1e308,2\n",
                "the numbers of column \"x\" are so large that their mean or range isn't finite: divide them by a"
                        + " constant");
    }

    @Test
    void aRecipeTooLargeToBeSavedIsRefusedWhenItIsFitted() {
        String csv = "name,short,y\n" + "ä".repeat(300_000) + ",p,1\n" + "b".repeat(450_000) + ",q,2\n" + "c,q,3\n";
        Table table = Tables.csv(csv);
        assertThatThrownBy(() -> Recipe.forRegression("y").fit(table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("this recipe couldn't be saved with a network: the metadata has 1500552 bytes, more"
                        + " than the 983040 that a file may have; the categories of column \"name\" alone have 750001"
                        + " characters: shorten them, or leave the column out");
        assertThat(Recipe.forRegression("y").without("name").fit(table).inputs())
                .isEqualTo(2);
    }

    @Test
    void samplesOfATableNameTheirColumns() {
        Table table = Tables.csv("size,kind,y\n1,a,1\n2000,b,2\n");
        Dataset data = Recipe.forRegression("y").unscaled("size").fit(table).dataset(table);
        assertThat(data.inputName(0)).isEqualTo("column \"size\"");
        assertThat(data.subset(1).inputName(2)).isEqualTo("column \"kind=b\"");
        assertThat(Trainer.of(TwoLayers.numbers(3, 2, 1, 1))
                        .fit(data)
                        .warnings()
                        .get(0))
                .startsWith("column \"size\" is as large as 2000.0 in the data set");
        Dataset damaged = Dataset.of(new float[][] {{1, 0, 0}, {2, Float.NaN, 0}}, new float[2][1])
                .withInputNames(List.of("size", "kind=a", "kind=b"));
        assertThatThrownBy(() -> Trainer.of(TwoLayers.numbers(3, 2, 1, 1)).fit(damaged))
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageContaining("kind=a of sample 1 of the data set is NaN");
    }
}
