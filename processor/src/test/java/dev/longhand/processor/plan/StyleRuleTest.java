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
        "AUTO, 12, 12, UNROLLED",
        "AUTO, 13, 12, KERNELS",
        "AUTO, 2, 32, UNROLLED",
        "AUTO, 2, 33, KERNELS",
        "AUTO, 48, 3, KERNELS",
        "AUTO, 784, 100, KERNELS",
        "UNROLLED, 32, 32, UNROLLED",
        "UNROLLED, 33, 32, LOOPS",
        "UNROLLED, 32, 33, LOOPS",
        "UNROLLED, 1, 32, UNROLLED",
        "UNROLLED, 1, 33, LOOPS",
        "AUTO, 16, 3, UNROLLED",
        "AUTO, 16, 1, UNROLLED",
        "AUTO, 17, 1, LOOPS",
        "AUTO, 144, 1, LOOPS",
        "AUTO, 145, 1, KERNELS",
        "UNROLLED, 32, 3, UNROLLED",
        "UNROLLED, 33, 2, LOOPS",
        "UNROLLED, 17, 1, LOOPS",
        "UNROLLED, 1000, 1000, LOOPS",
        "LOOPS, 2, 2, LOOPS",
        "LOOPS, 1000, 1000, LOOPS",
        "KERNELS, 1, 1, KERNELS",
        "KERNELS, 1000, 1000, KERNELS"
    })
    void denseLayerIsUnrolledUpToTheLimit(Style declared, int in, int units, Style written) {
        assertThat(StyleRule.dense(declared, in, units, 0, 0)).isEqualTo(written);
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
        assertThat(StyleRule.constants(8, 2, 0)).isZero();
        assertThat(StyleRule.constants(8, 2, 32_767 - 10)).isEqualTo(8);
        assertThat(StyleRule.constants(8, 2, 100_000)).isEqualTo(18);
        assertThat(StyleRule.constants(10, 10, 32_767 - 100)).isEqualTo(10);
        assertThat(StyleRule.constants(10, 10, 100_000)).isEqualTo(22);
        assertThat(StyleRule.dense(Style.AUTO, 10, 10, 19_978, 100_000)).isEqualTo(Style.UNROLLED);
        assertThat(StyleRule.dense(Style.AUTO, 10, 10, 19_979, 100_000)).isEqualTo(Style.KERNELS);
        assertThat(StyleRule.dense(Style.UNROLLED, 10, 10, 19_979, 100_000)).isEqualTo(Style.LOOPS);
        assertThat(StyleRule.dense(Style.UNROLLED, 10, 10, 19_979, 100)).isEqualTo(Style.UNROLLED);
    }

    @ParameterizedTest
    @CsvSource({"4, 4, true", "2, 8, true", "2, 9, false", "6, 3, false", "32, 1, false", "10, 10, false"})
    void weightsHaveNamesInLayersOfUpToSixteen(int in, int units, boolean named) {
        assertThat(StyleRule.namesWeights(in, units)).isEqualTo(named);
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
    void stepOverEachNumberIsALoopWhateverTheSize(Style declared, int size, Style written) {
        assertThat(StyleRule.elementwise(declared, size)).isEqualTo(written);
    }
}
