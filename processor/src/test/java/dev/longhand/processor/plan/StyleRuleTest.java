package dev.longhand.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleRuleTest {

    @ParameterizedTest
    @CsvSource({
        "AUTO, 10, 10, UNROLLED",
        "AUTO, 11, 10, KERNELS",
        "AUTO, 784, 100, KERNELS",
        "UNROLLED, 11, 11, UNROLLED",
        "UNROLLED, 12, 12, LOOPS",
        "UNROLLED, 1, 59, UNROLLED",
        "UNROLLED, 1, 60, LOOPS",
        "UNROLLED, 60, 1, UNROLLED",
        "UNROLLED, 1000, 1000, LOOPS",
        "LOOPS, 2, 2, LOOPS",
        "LOOPS, 1000, 1000, LOOPS",
        "KERNELS, 1, 1, KERNELS",
        "KERNELS, 1000, 1000, KERNELS"
    })
    void denseLayerIsUnrolledUpToTheLimit(Style asked, int in, int units, Style written) {
        assertThat(StyleRule.dense(asked, in, units, 0, 0)).isEqualTo(written);
    }

    @Test
    void sizesBeyondIntDontOverflow() {
        assertThat(StyleRule.dense(Style.AUTO, 2_000_000_000, 2, 0, 0)).isEqualTo(Style.KERNELS);
        assertThat(StyleRule.dense(Style.UNROLLED, 46_341, 46_341, 0, 0)).isEqualTo(Style.LOOPS);
        assertThat(StyleRule.dense(Style.UNROLLED, 10, 10, 0, Integer.MAX_VALUE - 110))
                .isEqualTo(Style.UNROLLED);
    }

    @Test
    void unrolledLayersLeaveRoomInTheConstantPool() {
        assertThat(StyleRule.constants(10, 10, 0)).isZero();
        assertThat(StyleRule.constants(10, 10, 32_767 - 60)).isEqualTo(50);
        assertThat(StyleRule.constants(10, 10, 100_000)).isEqualTo(110);
        assertThat(StyleRule.dense(Style.AUTO, 10, 10, 19_890, 100_000)).isEqualTo(Style.UNROLLED);
        assertThat(StyleRule.dense(Style.AUTO, 10, 10, 19_891, 100_000)).isEqualTo(Style.KERNELS);
        assertThat(StyleRule.dense(Style.UNROLLED, 10, 10, 19_891, 100_000)).isEqualTo(Style.LOOPS);
        assertThat(StyleRule.dense(Style.UNROLLED, 10, 10, 19_891, 100)).isEqualTo(Style.UNROLLED);
    }

    @ParameterizedTest
    @CsvSource({
        "AUTO, 32, LOOPS",
        "AUTO, 33, KERNELS",
        "UNROLLED, 5, LOOPS",
        "UNROLLED, 5000, LOOPS",
        "LOOPS, 5000, LOOPS",
        "KERNELS, 1, KERNELS"
    })
    void stepOverEachNumberIsALoopWhateverTheSize(Style asked, int size, Style written) {
        assertThat(StyleRule.elementwise(asked, size)).isEqualTo(written);
    }
}
