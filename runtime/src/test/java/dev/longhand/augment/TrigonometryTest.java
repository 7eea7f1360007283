package dev.longhand.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrigonometryTest {

    @Test
    void sineAndCosineAreTheMathematicalOnes() {
        for (int i = -1_000; i <= 1_000; i++) {
            double x = Math.PI * i / 1_000;
            assertThat(Trigonometry.sin(x)).isEqualTo(Math.sin(x), within(4e-16));
            assertThat(Trigonometry.cos(x)).isEqualTo(Math.cos(x), within(4e-16));
        }
        assertThat(Trigonometry.sin(0)).isZero();
        assertThat(Trigonometry.cos(0)).isEqualTo(1);
    }
}
