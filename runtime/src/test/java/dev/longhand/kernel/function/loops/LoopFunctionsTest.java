package dev.longhand.kernel.function.loops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.kernel.function.Functions;
import dev.longhand.testing.Sweep;
import org.junit.jupiter.api.Test;

/** {@link LoopFunctions} against {@link Functions}, bit for bit. */
class LoopFunctionsTest {

    @Test
    void everyPowerOfTwoIsExact() {
        for (int n = -150; n <= 44; n++) {
            assertThat(LoopFunctions.shiftedPowerOfTwo(n)).isEqualTo(Math.scalb(1f, n + 53));
        }
    }

    @Test
    void expIsTheSameUpTo30() {
        for (float x : Sweep.of(-120, 30)) {
            assertSame(LoopFunctions.exp(x), Functions.exp(x), x);
        }
        for (float x : Sweep.of(-104, -1)) {
            assertSame(LoopFunctions.exp(x), Functions.exp(x), x);
        }
        assertThat(LoopFunctions.exp(Float.NEGATIVE_INFINITY)).isZero();
        assertThat(LoopFunctions.exp(Float.NaN)).isNaN();
    }

    @Test
    void sigmoidIsTheSame() {
        for (float x : Sweep.of(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY)) {
            assertSame(LoopFunctions.sigmoid(x), Functions.sigmoid(x), x);
        }
        for (float x : Sweep.of(0.1f, 40)) {
            assertSame(LoopFunctions.sigmoid(x), Functions.sigmoid(x), x);
        }
    }

    @Test
    void normalFunctionsAreTheSame() {
        for (float x : Sweep.of(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY)) {
            float bell = LoopFunctions.bell(x);
            assertSame(LoopFunctions.normalCdf(x, bell), Functions.normalCdf(x), x);
            assertSame(Approximations.ONE_BY_ROOT_TWO_PI * bell, Functions.normalPdf(x), x);
        }
        for (float x : Sweep.of(-14, -0.1f)) {
            assertSame(LoopFunctions.normalCdf(x, LoopFunctions.bell(x)), Functions.normalCdf(x), x);
        }
    }

    @Test
    void positiveIs1FromTheSmallestFloatOn() {
        assertThat(LoopFunctions.positive(Float.MIN_VALUE)).isEqualTo(1);
        assertThat(LoopFunctions.positive(1e-39f)).isEqualTo(1);
        assertThat(LoopFunctions.positive(Float.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(LoopFunctions.positive(0f)).isZero();
        assertThat(LoopFunctions.positive(-Float.MIN_VALUE)).isZero();
        assertThat(LoopFunctions.positive(Float.NEGATIVE_INFINITY)).isZero();
        assertThat(LoopFunctions.positive(Float.NaN)).isNaN();
    }

    private static void assertSame(float actual, float expected, float x) {
        if (Float.floatToIntBits(actual) != Float.floatToIntBits(expected)) {
            assertThat(actual).as("at %s", x).isEqualTo(expected);
        }
    }
}
