package dev.longhand.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "0.12345, 0.1235",
        "1234.5, 1234",
        "-1.5e9, -1.5e9",
        "-0.5, -0.5",
        "1e-5, 1e-5",
        "1.25e-7, 1.25e-7",
        "1e9, 1e9",
        "NaN, –",
        "Infinity, ∞",
        "-Infinity, −∞",
        "100000, 100000",
        "0.0001, 0.0001"
    })
    void significantDigitsAreRoundedAndZerosAtTheEndLeftOut(double number, String text) {
        assertThat(Numbers.significant(number, 4)).isEqualTo(text);
    }

    @Test
    void coordinatesHaveATenthAtMost() {
        assertThat(Numbers.coordinate(12)).isEqualTo("12");
        assertThat(Numbers.coordinate(12.34)).isEqualTo("12.3");
        assertThat(Numbers.coordinate(-0.01)).isEqualTo("0");
    }

    @Test
    void anElementLeftOpenIsRefused() {
        Html html = new Html().open("p");
        assertThatThrownBy(html::toString)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("open elements: [p]");
    }
}
