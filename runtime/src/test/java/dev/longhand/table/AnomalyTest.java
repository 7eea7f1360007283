package dev.longhand.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a row may hold that the training data didn't, and what is said about it. */
class AnomalyTest {

    private static final Table TRAIN = Tables.csv("age,sex,y\n10,f,1\n20,m,2\n30,m,4\n");

    private final Recipe recipe = Recipe.forRegression("y").minMax("age").fit(TRAIN);

    private void assertAnomaly(Map<String, ?> row, Anomaly kind, String sentence, float... passed) {
        assertThatThrownBy(() -> recipe.encode(row))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence + " (to let it pass: recipe.pass(Anomaly." + kind + "))");
        Recipe lenient = recipe.pass(kind);
        assertThat(lenient.encode(row)).containsExactly(passed);
        assertThat(recipe.notices(row)).containsExactly(sentence);
        assertThat(lenient.notices(row)).containsExactly(sentence);
        assertThatThrownBy(() -> lenient.refuse(kind).encode(row)).hasMessageStartingWith(sentence);
    }

    private void assertRefused(Object age, String message) {
        Map<String, Object> row = new HashMap<>();
        row.put("age", age);
        row.put("sex", "f");
        assertThatThrownBy(() -> recipe.pass(Anomaly.values()).encode(row))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void anUnseenCategoryIsEncodedAsNone() {
        assertAnomaly(
                Map.of("age", 20, "sex", "x"),
                Anomaly.UNSEEN_CATEGORY,
                "column \"sex\" holds \"x\", which isn't among its categories: \"f\", \"m\"",
                0.5f,
                0,
                0);
    }

    @Test
    void anUnseenOrdinalCategoryIsEncodedAsTheMostFrequent() {
        Recipe ordinal = Recipe.forRegression("y")
                .without("age")
                .ordinal("sex", "f", "m")
                .fit(TRAIN);
        assertThat(ordinal.pass(Anomaly.UNSEEN_CATEGORY).encode(Map.of("sex", "x")))
                .containsExactly(1);
    }

    @Test
    void aNumberFarOutsideTheRangeIsScaledAsAnyOther() {
        // The range is 20 wide: up to 3·20 beyond is near.
        assertThat(recipe.encode(Map.of("age", 90, "sex", "f"))).containsExactly(4, 1, 0);
        assertThat(recipe.encode(Map.of("age", -50, "sex", "f"))).containsExactly(-3, 1, 0);
        assertAnomaly(
                Map.of("age", 90.5, "sex", "f"),
                Anomaly.FAR_OUTSIDE_RANGE,
                "column \"age\" holds 90.5, far outside the 10 to 30 of the training data",
                4.025f,
                1,
                0);
        assertThat(recipe.farLimit(10).encode(Map.of("age", 90.5, "sex", "f"))).containsExactly(4.025f, 1, 0);
        assertThatThrownBy(() -> recipe.farLimit(0).encode(Map.of("age", 31, "sex", "f")))
                .hasMessageContaining("column \"age\" holds 31, far outside");
        assertThatThrownBy(() -> recipe.farLimit(-1))
                .hasMessage("a far limit of -1.0 must be at least 0: 3 is the default");
    }

    @Test
    void aMissingValueIsFilledAllTheSame() {
        Map<String, Object> row = new HashMap<>();
        row.put("age", null);
        row.put("sex", "f");
        assertAnomaly(row, Anomaly.MISSING_VALUE, "column \"age\" has no value", 0.5f, 1, 0);
    }

    @Test
    void aMissingColumnIsNamedWithTheOneThatIsMeant() {
        assertAnomaly(
                Map.of("Age", 10, "sex", "f"),
                Anomaly.MISSING_COLUMN,
                "there is no column \"age\", but \"Age\"",
                0.5f,
                1,
                0);
        assertAnomaly(Map.of("age", 10), Anomaly.MISSING_COLUMN, "there is no column \"sex\": it has \"age\"", 0, 0, 1);
    }

    @Test
    void tablesAddTheLine() {
        Table table = Tables.csv("age,sex\n20,f\n200,x\n");
        assertThat(recipe.notices(table))
                .containsExactly(
                        "test.csv: line 3, column \"age\" holds 200, far outside the 10 to 30 of the training data",
                        "test.csv: line 3, column \"sex\" holds \"x\", which isn't among its categories: \"f\", \"m\"");
        assertThatThrownBy(() -> recipe.encode(table))
                .hasMessageStartingWith("test.csv: line 3, column \"age\" holds 200, far outside");
        assertThatThrownBy(() -> recipe.encode(Tables.csv("age\n20\n")))
                .hasMessageStartingWith("test.csv: line 2, there is no column \"sex\": it has \"age\"");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void numbersThatAreNotFiniteAreAlwaysRefused(double age) {
        assertRefused(
                age,
                "column \"age\" holds " + age
                        + ", which isn't a finite number: correct it, or use null if it's missing");
    }

    @Test
    void valuesOfOtherTypesAreAlwaysRefused() {
        assertRefused("old", "column \"age\" holds \"old\", but it's a column of numbers: correct it");
        assertRefused("1e999", "column \"age\" holds \"1e999\", but it's a column of numbers: correct it");
        assertRefused(
                LocalDate.EPOCH,
                "column \"age\" holds a java.time.LocalDate, which is neither a number nor a text: convert it");
        assertRefused(1e300, "column \"age\" holds 1.0E300, which is too large for an input of a network: correct it");
    }

    @Test
    void classesThatTheTrainingDataDoesNotHaveAreAlwaysRefused() {
        Recipe classes = Recipe.forClasses("sex").fit(TRAIN).pass(Anomaly.values());
        assertThatThrownBy(() -> classes.dataset(Tables.csv("age,y,sex\n10,1,x\n")))
                .hasMessage(
                        "test.csv: line 2, there is the class \"x\", which the training data doesn't have: \"f\", \"m\"");
    }

    private enum Sex {
        f,
        m
    }

    private record Person(float age, Sex sex) {}

    @Test
    void valuesMayHaveAnyTypeOfNumberOrText() {
        float[] expected = recipe.encode(Map.of("age", 12.1, "sex", "f"));
        assertThat(recipe.encode(Tables.csv("age,sex\n12.1,f\n"))).containsExactly(expected);
        for (Object age : new Object[] {12.1f, 12.1, new BigDecimal("12.1"), "12.1", new StringBuilder("12.1")}) {
            assertThat(recipe.encode(Map.of("age", age, "sex", 'f'))).containsExactly(expected);
            assertThat(recipe.encode(Map.of("age", age, "sex", Sex.f))).containsExactly(expected);
        }
        RowColumns<Person> columns = RowColumns.of("age", Person::age).and("sex", Person::sex);
        assertThat(recipe.encode(new Person(12.1f, Sex.f), columns)).containsExactly(expected);
        assertThat(recipe.notices(new Person(500, Sex.f), columns)).hasSize(1);
        assertThatThrownBy(() -> columns.and("age", Person::age)).hasMessage("the column \"age\" is there already");
        assertThatThrownBy(() -> recipe.encode(new Person(1, Sex.f), RowColumns.of("age", Person::age)))
                .hasMessageStartingWith("there is no column \"sex\": it has \"age\"");
    }
}
