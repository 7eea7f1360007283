package dev.longhand.kernel.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.testing.Sweep;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;

/** {@link Functions} against double precision, in units of the last place and at the edges. */
class FunctionsTest {

    private interface FloatFunction {
        float of(float x);
    }

    private static final float INFINITY = Float.POSITIVE_INFINITY;

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    private static double softplus(double x) {
        return Math.max(0, x) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }

    private static double normalCdf(double x) {
        return 0.5 * Erf.erfc(-x / Math.sqrt(2));
    }

    private static double normalPdf(double x) {
        return StrictMath.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
    }

    @Test
    void expIsWithin1Ulp() {
        assertThat(worstUlps(Functions::exp, StrictMath::exp, -87.3f, 88.7f)).isLessThan(1.05);
        assertThat(worstUlps(Functions::exp, StrictMath::exp, 1, 88)).isLessThan(1.05);
        assertThat(worstUlps(Functions::exp, StrictMath::exp, -87, -1)).isLessThan(1.05);
    }

    @Test
    void expLosesDigitsGraduallyBelowTheNormalNumbers() {
        for (float x = -87.3f; x > -110; x -= 0.01f) {
            float exact = (float) StrictMath.exp(x);
            assertThat(Functions.exp(x)).isBetween(Math.nextDown(exact), Math.nextUp(exact));
        }
    }

    @Test
    void expAtTheEdges() {
        assertThat(Functions.exp(0f)).isEqualTo(1);
        assertThat(Functions.exp(-0f)).isEqualTo(1);
        assertThat(Functions.exp(Float.MIN_VALUE)).isEqualTo(1);
        assertThat(Functions.exp(88.722835f)).isLessThan(INFINITY);
        assertThat(Functions.exp(88.72284f)).isEqualTo(INFINITY);
        assertThat(Functions.exp(Float.MAX_VALUE)).isEqualTo(INFINITY);
        assertThat(Functions.exp(INFINITY)).isEqualTo(INFINITY);
        assertThat(Functions.exp(-103.97f)).isEqualTo(Float.MIN_VALUE);
        assertThat(Functions.exp(-103.98f)).isZero();
        assertThat(Functions.exp(-Float.MAX_VALUE)).isZero();
        assertThat(Functions.exp(-INFINITY)).isZero();
        assertThat(Functions.exp(Float.NaN)).isNaN();
    }

    @Test
    void expNeverDecreases() {
        assertThat(largestDecrease(Functions::exp, -104, 88.7f)).isZero();
    }

    @Test
    void logIsWithin1Ulp() {
        assertThat(worstUlps(Functions::log, StrictMath::log, Float.MIN_VALUE, Float.MAX_VALUE))
                .isLessThan(1.05);
        assertThat(worstUlps(Functions::log, StrictMath::log, 0.5f, 2)).isLessThan(1.05);
    }

    @Test
    void logAtTheEdges() {
        assertThat(Functions.log(1)).isZero();
        assertThat(Functions.log(0f)).isEqualTo(-INFINITY);
        assertThat(Functions.log(-0f)).isEqualTo(-INFINITY);
        assertThat(Functions.log(-1)).isNaN();
        assertThat(Functions.log(-INFINITY)).isNaN();
        assertThat(Functions.log(INFINITY)).isEqualTo(INFINITY);
        assertThat(Functions.log(Float.NaN)).isNaN();
    }

    @Test
    void sigmoidIsWithin3UlpAlsoWhereItIsVerySmall() {
        assertThat(worstUlps(Functions::sigmoid, FunctionsTest::sigmoid, -87, 40))
                .isLessThan(3);
        assertThat(worstUlps(Functions::sigmoid, FunctionsTest::sigmoid, -87, -0.5f))
                .isLessThan(3);
        assertThat(worstUlps(Functions::sigmoid, FunctionsTest::sigmoid, 0.5f, 40))
                .isLessThan(3);
    }

    @Test
    void sigmoidAtTheEdges() {
        assertThat(Functions.sigmoid(0f)).isEqualTo(0.5f);
        assertThat(Functions.sigmoid(-0f)).isEqualTo(0.5f);
        assertThat(Functions.sigmoid(-100)).isEqualTo((float) sigmoid(-100));
        assertThat(Functions.sigmoid(Float.MAX_VALUE)).isEqualTo(1);
        assertThat(Functions.sigmoid(INFINITY)).isEqualTo(1);
        assertThat(Functions.sigmoid(-INFINITY)).isZero();
        assertThat(Functions.sigmoid(Float.NaN)).isNaN();
    }

    @Test
    void tanhIsWithin3UlpAndNeverBeyond1() {
        assertThat(worstUlps(Functions::tanh, StrictMath::tanh, -20, 20)).isLessThan(3);
        assertThat(worstUlps(Functions::tanh, StrictMath::tanh, 0.05f, 9.1f)).isLessThan(3);
        for (float x = 7; x < 10; x += 1e-6f) {
            assertThat(Functions.tanh(x) <= 1).isTrue();
        }
    }

    @Test
    void tanhAtTheEdges() {
        assertThat(Functions.tanh(0f)).isEqualTo(0f);
        assertThat(Functions.tanh(-0f)).isEqualTo(-0f);
        assertThat(Functions.tanh(Float.MIN_VALUE)).isEqualTo(Float.MIN_VALUE);
        assertThat(Functions.tanh(1e-20f)).isEqualTo(1e-20f);
        assertThat(Functions.tanh(Float.MAX_VALUE)).isEqualTo(1);
        assertThat(Functions.tanh(INFINITY)).isEqualTo(1);
        assertThat(Functions.tanh(-INFINITY)).isEqualTo(-1);
        assertThat(Functions.tanh(Float.NaN)).isNaN();
    }

    @Test
    void tanhIsOdd() {
        for (float x = 0; x < 10; x += 1e-3f) {
            assertThat(Functions.tanh(-x)).isEqualTo(-Functions.tanh(x));
        }
    }

    @Test
    void expMinusOneIsWithin5Ulp() {
        assertThat(worstUlps(Functions::expMinusOne, StrictMath::expm1, -100, 0))
                .isLessThan(5);
        assertThat(worstUlps(Functions::expMinusOne, StrictMath::expm1, -20, -0.01f))
                .isLessThan(5);
        assertThat(Functions.expMinusOne(-INFINITY)).isBetween(-1f, Math.nextUp(-1f));
        assertThat(Functions.expMinusOne(Float.NaN)).isNaN();
    }

    @Test
    void softplusIsWithin5UlpAlsoWhereItIsVerySmall() {
        assertThat(worstUlps(Functions::softplus, FunctionsTest::softplus, -87, 100))
                .isLessThan(5);
        assertThat(worstUlps(Functions::softplus, FunctionsTest::softplus, -87, -0.1f))
                .isLessThan(5);
        assertThat(Functions.softplus(-INFINITY)).isZero();
        assertThat(Functions.softplus(INFINITY)).isEqualTo(INFINITY);
        assertThat(Functions.softplus(Float.NaN)).isNaN();
    }

    @Test
    void normalCdfIsWithinOneMillionthOfItselfAlsoInTheLowerTail() {
        assertThat(worstRelative(Functions::normalCdf, FunctionsTest::normalCdf, -12.9f, 6))
                .isLessThan(1e-6);
        assertThat(worstRelative(Functions::normalCdf, FunctionsTest::normalCdf, -12.9f, -0.1f))
                .isLessThan(1e-6);
        for (float x = -12.9f; x > -16; x -= 0.01f) {
            assertThat((double) Functions.normalCdf(x))
                    .isBetween(normalCdf(x) - 2 * Float.MIN_VALUE, normalCdf(x) + 2 * Float.MIN_VALUE);
        }
    }

    @Test
    void normalCdfAtTheEdges() {
        assertThat(Functions.normalCdf(0)).isEqualTo(0.5f);
        assertThat(Functions.normalCdf(INFINITY)).isEqualTo(1);
        assertThat(Functions.normalCdf(-INFINITY)).isZero();
        assertThat(Functions.normalCdf(Float.NaN)).isNaN();
    }

    @Test
    void normalPdfIsWithin3Ulp() {
        assertThat(worstUlps(Functions::normalPdf, FunctionsTest::normalPdf, -13, 13))
                .isLessThan(3);
        assertThat(worstUlps(Functions::normalPdf, FunctionsTest::normalPdf, 0.1f, 13))
                .isLessThan(3);
        assertThat(Functions.normalPdf(INFINITY)).isZero();
        assertThat(Functions.normalPdf(Float.NaN)).isNaN();
    }

    @Test
    void increasingFunctionsDecreaseByNoMoreThanTheirError() {
        assertThat(largestDecrease(Functions::log, 1e-10f, 1e10f)).isLessThanOrEqualTo(1);
        assertThat(largestDecrease(Functions::sigmoid, -80, 30)).isLessThanOrEqualTo(3);
        assertThat(largestDecrease(Functions::tanh, -9, 9)).isLessThanOrEqualTo(3);
        assertThat(largestDecrease(Functions::softplus, -80, 100)).isLessThanOrEqualTo(5);
        assertThat(largestDecrease(Functions::normalCdf, -12, 6)).isLessThanOrEqualTo(5);
    }

    private static double worstUlps(FloatFunction f, DoubleUnaryOperator exact, float from, float to) {
        double worst = 0;
        for (float x : Sweep.of(from, to)) {
            double expected = exact.applyAsDouble(x);
            worst = Math.max(worst, Math.abs(f.of(x) - expected) / Math.ulp((float) expected));
        }
        return worst;
    }

    private static double worstRelative(FloatFunction f, DoubleUnaryOperator exact, float from, float to) {
        double worst = 0;
        for (float x : Sweep.of(from, to)) {
            double expected = exact.applyAsDouble(x);
            worst = Math.max(worst, Math.abs(f.of(x) - expected) / expected);
        }
        return worst;
    }

    /** The largest decrease of f, which increases if computed exactly, in ulp. */
    private static double largestDecrease(FloatFunction f, float from, float to) {
        double deepest = 0;
        float highest = Float.NEGATIVE_INFINITY;
        for (float x : Sweep.of(from, to)) {
            float y = f.of(x);
            highest = Math.max(highest, y);
            deepest = Math.max(deepest, (highest - y) / Math.ulp(y));
        }
        return deepest;
    }
}
