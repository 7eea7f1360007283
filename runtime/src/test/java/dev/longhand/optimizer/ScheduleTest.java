package dev.longhand.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {

    @Test
    void stepDecayFallsAfterTheGivenNumberOfSteps() {
        Schedule schedule = Schedule.stepDecay(0.5, 10);
        assertThat(schedule.factor(9, 100)).isEqualTo(1);
        assertThat(schedule.factor(10, 100)).isEqualTo(0.5);
        assertThat(schedule.factor(29, 100)).isEqualTo(0.25);
    }

    @Test
    void cosineGoesFromOneThroughAHalfToZero() {
        Schedule schedule = Schedule.cosine();
        assertThat(schedule.factor(0, 100)).isEqualTo(1);
        assertThat(schedule.factor(50, 100)).isEqualTo(0.5);
        assertThat(schedule.factor(100, 100)).isEqualTo(0);
        for (int step = 0; step <= 1000; step++) {
            assertThat(schedule.factor(step, 1000))
                    .isCloseTo(0.5 * (1 + StrictMath.cos(Math.PI * step / 1000)), within(5e-16));
        }
    }

    @Test
    void powersAreThoseOfStrictMath() {
        for (long exponent : new long[] {0, 1, 2, 7, 100, 12_345, Long.MAX_VALUE}) {
            double expected = StrictMath.pow(0.999, exponent);
            assertThat(IntegerPower.of(0.999, exponent)).isCloseTo(expected, within(1e-11 * expected));
        }
    }

    @Test
    void linearIsAStraightLine() {
        assertThat(Schedule.linear().factor(25, 100)).isEqualTo(0.75);
    }

    @Test
    void warmUpGrowsToTheScheduleItself() {
        Schedule schedule = Schedule.constant().warmUp(4);
        assertThat(schedule.factor(0, 100)).isEqualTo(0.25);
        assertThat(schedule.factor(3, 100)).isEqualTo(1);
        assertThat(schedule.factor(50, 100)).isEqualTo(1);
        assertThat(Schedule.linear().warmUp(4).factor(1, 100)).isEqualTo(0.5 * 0.99);
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatThrownBy(() -> Schedule.stepDecay(0, 10)).hasMessageContaining("decay 0.0 must be above 0");
        assertThatThrownBy(() -> Schedule.stepDecay(0.5, 0)).hasMessageContaining("use at least 1");
        assertThatThrownBy(() -> Schedule.cosine().warmUp(0)).hasMessageContaining("use at least 1");
    }

    @Test
    void beyondTheLastStepTheFactorStays0() {
        assertThat(Schedule.linear().factor(12, 10)).isZero();
        assertThat(Schedule.cosine().factor(12, 10)).isZero();
    }
}
