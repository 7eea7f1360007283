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
    void exponentialFallsALittleAtEachStep() {
        Schedule schedule = Schedule.exponential(0.25, 2);
        assertThat(schedule.factor(0, 100)).isEqualTo(1);
        assertThat(schedule.factor(1, 100)).isCloseTo(0.5, within(1e-15));
        assertThat(schedule.factor(2, 100)).isEqualTo(0.25);
        assertThat(schedule.factor(3, 100)).isCloseTo(0.125, within(1e-15));
        assertThat(schedule.factor(8, 100)).isEqualTo(0.00390625);
    }

    @Test
    void stepsAtFallsAtEachOfThem() {
        Schedule schedule = Schedule.stepsAt(0.1, 30, 80);
        assertThat(schedule.factor(29, 100)).isEqualTo(1);
        assertThat(schedule.factor(30, 100)).isEqualTo(0.1);
        assertThat(schedule.factor(79, 100)).isEqualTo(0.1);
        assertThat(schedule.factor(80, 100)).isCloseTo(0.01, within(1e-17));
    }

    /** PyTorch: T_0 = 2, T_mult = 2 gives cosines of 2, 4 and 8 steps. */
    @Test
    void cosineRestartsBeginsEachCosineAtOne() {
        Schedule schedule = Schedule.cosineRestarts(2, 2);
        double eighth = 0.5 * (1 + Math.sqrt(0.5));
        double[] expected = {1, 0.5, 1, eighth, 0.5, 1 - eighth, 1};
        for (int step = 0; step < expected.length; step++) {
            assertThat(schedule.factor(step, 100)).isCloseTo(expected[step], within(1e-15));
        }
        assertThat(schedule.factor(10, 100)).isCloseTo(0.5, within(1e-15));
        assertThat(schedule.factor(14, 100)).isEqualTo(1);
        assertThat(Schedule.cosineRestarts(4, 1).factor(4_000_000_002L, 1)).isCloseTo(0.5, within(1e-15));
    }

    /** PyTorch: total_steps = 10, so that the peak is step 0.3·10 − 1 = 2; from 1/25 to 1 to 1/250,000. */
    @Test
    void oneCycleRisesToThePeakAndFallsBelowItsStart() {
        Schedule schedule = Schedule.oneCycle(0.3);
        assertThat(schedule.factor(0, 10)).isCloseTo(0.04, within(1e-15));
        assertThat(schedule.factor(1, 10)).isCloseTo(0.52, within(1e-15));
        assertThat(schedule.factor(2, 10)).isCloseTo(1, within(1e-15));
        double third = 0.75;
        assertThat(schedule.factor(9, 10)).isCloseTo(4e-6, within(1e-15));
        Schedule half = Schedule.oneCycle(0.4);
        assertThat(half.factor(5, 10)).isCloseTo(4e-6 + third * (1 - 4e-6), within(1e-15));
        assertThat(schedule.factor(0, 1)).isEqualTo(1);
        assertThat(schedule.factor(12, 10)).isCloseTo(4e-6, within(1e-15));
    }

    @Test
    void downToRaisesTheEnd() {
        assertThat(Schedule.linear().downTo(0.2).factor(5, 10)).isCloseTo(0.6, within(1e-15));
        assertThat(Schedule.cosine().downTo(0.2).factor(10, 10)).isEqualTo(0.2);
    }

    @Test
    void schedulesSayWhatTheyAre() {
        assertThat(Schedule.cosineRestarts(10, 2).downTo(0.1).warmUp(5))
                .hasToString("cosineRestarts(10, 2).downTo(0.1).warmUp(5)");
        assertThat(Schedule.stepsAt(0.1, 3, 5)).hasToString("stepsAt(0.1, 3, 5)");
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatThrownBy(() -> Schedule.exponential(2, 10)).hasMessageContaining("decay 2.0 must be above 0");
        assertThatThrownBy(() -> Schedule.stepsAt(0.1, 5, 5)).hasMessageContaining("must be at least 1 and rise");
        assertThatThrownBy(() -> Schedule.cosineRestarts(3, 0)).hasMessageContaining("a growth of 0 is impossible");
        assertThatThrownBy(() -> Schedule.oneCycle(1)).hasMessageContaining("use 0.3 for 30 %");
        assertThatThrownBy(() -> Schedule.linear().downTo(2)).hasMessageContaining("use 0.01 for 1 %");
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
