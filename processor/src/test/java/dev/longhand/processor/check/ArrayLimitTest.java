package dev.longhand.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Shape;
import org.junit.jupiter.api.Test;

class ArrayLimitTest {

    @Test
    void theLimitItselfIsAllowed() {
        assertThat(ArrayLimit.isExceededBy(Shape.of(ArrayLimit.LENGTH))).isFalse();
        assertThat(ArrayLimit.isExceededBy(Shape.of(Integer.MAX_VALUE - 7))).isTrue();
    }

    @Test
    void productsThatOverflowAnIntOrALongAreSeen() {
        assertThat(ArrayLimit.isExceededBy(Shape.of(65536, 65536))).isTrue();
        assertThat(ArrayLimit.isExceededBy(Shape.of(1 << 30, 1 << 30, 1 << 4))).isTrue();
        assertThat(ArrayLimit.isExceededBy(1L << 32, 1L << 32, 6)).isTrue();
    }
}
