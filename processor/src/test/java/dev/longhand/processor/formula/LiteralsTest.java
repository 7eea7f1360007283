package dev.longhand.processor.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0.0f",
        "1, 1",
        "-3, -3",
        "999999, 999999",
        "0.5, 0.5f",
        "-0.7, -0.7f",
        "0.01, 0.01f",
        "1e-4, 0.0001f",
        "1e-7, 1E-7f",
        "1234567, 1234567f",
        "1e10, 1E+10f",
        "3.4028235e38, 3.4028235E+38f",
        "2e-45, 1E-45f",
        "1.17549435e-38, 1.1754944E-38f",
        "2147483648, 2.1474836E+9f",
        "33554432, 33554432f"
    })
    void literalsAreTheShortestDigits(float value, String literal) {
        assertThat(Literals.of(value)).isEqualTo(literal);
        assertThat(Float.parseFloat(literal)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "0.5, 0.5", "-1, -1", "2147483648, 2.1474836E+9", "-2147483648, -2.1474836E+9", "1e20, 1E+20"})
    void formulasHaveNoSuffix(float value, String text) {
        assertThat(Literals.plain(value)).isEqualTo(text);
    }

    @Test
    void everyFloatIsReadBackAsItself() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(value)) {
                String literal = Literals.of(value);
                assertThat(Float.floatToIntBits(Float.parseFloat(literal)))
                        .as(literal)
                        .isEqualTo(Float.floatToIntBits(value));
            }
        }
    }
}
