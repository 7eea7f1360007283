package dev.longhand.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RatioTest {

    /** With one degree of freedom the 99.5 % quantile of Student's t is 63.657. */
    @Test
    void intervalIsThatOfStudentsTOnLogarithms() {
        Ratio ratio = Ratio.of(new double[] {100, 100}, new double[] {100 * Math.exp(0.01), 100 * Math.exp(0.03)});
        assertThat(ratio.value()).isCloseTo(Math.exp(0.02), within(1e-12));
        assertThat(Math.log(ratio.high())).isCloseTo(0.02 + 63.657 * 0.01, within(1e-5));
        assertThat(Math.log(ratio.low())).isCloseTo(0.02 - 63.657 * 0.01, within(1e-5));
    }

    @Test
    void onlyAnIntervalBelowTheLimitCountsAsSlower() {
        assertThat(Ratio.of(new double[] {10, 20}, new double[] {9, 18}).isBelow(0.98))
                .isTrue();
        assertThat(Ratio.of(new double[] {10, 20}, new double[] {9, 19}).isBelow(0.98))
                .isFalse();
    }

    @Test
    void oneForkIsTooFew() {
        assertThatThrownBy(() -> Ratio.of(new double[] {1}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 2");
    }
}
