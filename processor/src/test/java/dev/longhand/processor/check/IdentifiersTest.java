package dev.longhand.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

    @Test
    void constantsAreCapitalsWithUnderscores() {
        assertThat(Identifiers.constants(List.of("Iris-setosa", "very good!", "7", "größer", "class")))
                .contains(List.of("IRIS_SETOSA", "VERY_GOOD", "CLASS_7", "GRÖSSER", "CLASS"));
    }

    @Test
    void componentsAreInCamelCase() {
        assertThat(Identifiers.components(
                        List.of("petal length", "AGE", "bodyMass", "1st", "class", "hash code", "Sex (m/f)")))
                .contains(List.of(
                        "petalLength", "age", "bodyMass", "column1st", "columnClass", "columnHashCode", "sexMF"));
    }

    @Test
    void namesThatCoincideOrHaveNoLettersGiveNone() {
        assertThat(Identifiers.constants(List.of("a b", "a-b"))).isEmpty();
        assertThat(Identifiers.constants(List.of("+", "-"))).isEmpty();
        assertThat(Identifiers.components(List.of("mass", "Mass"))).isEmpty();
    }

    @Test
    void tooManyNamesGiveNone() {
        List<String> names = IntStream.range(0, 251).mapToObj(i -> "c" + i).toList();
        assertThat(Identifiers.constants(names)).isEmpty();
        assertThat(Identifiers.constants(names.subList(0, 250))).isPresent();
        assertThat(Identifiers.components(names.subList(0, 101))).isEmpty();
    }
}
