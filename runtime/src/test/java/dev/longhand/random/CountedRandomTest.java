package dev.longhand.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountedRandomTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, -1, Long.MIN_VALUE})
    void numbersAreThoseOfSplitMix64(long key) {
        SplittableRandom sequence = new SplittableRandom(key);
        for (int i = 0; i < 1000; i++) {
            assertThat(CountedRandom.bits(key, i)).isEqualTo(sequence.nextLong());
        }
    }

    @Test
    void theFirstBitsOfKeyZeroAreThePublishedOnes() {
        assertThat(CountedRandom.bits(0, 0)).isEqualTo(0xE220A8397B1DCDAFL);
        assertThat(CountedRandom.bits(0, 1)).isEqualTo(0x6E789E6AA1B965F4L);
    }

    @Test
    void uniformNumbersFillTheirIntervalEvenly() {
        long[] counts = new long[100];
        long[] countsOfDoubles = new long[100];
        for (int i = 0; i < 100_000; i++) {
            float x = CountedRandom.uniform(5, i);
            double y = CountedRandom.uniformDouble(6, i);
            assertThat(x >= 0 && x < 1 && y >= 0 && y < 1).isTrue();
            counts[(int) (100 * x)]++;
            countsOfDoubles[(int) (100 * y)]++;
        }
        assertEven(counts);
        assertEven(countsOfDoubles);
    }

    @Test
    void wholeNumbersAreEvenlySpreadBelowTheirBound() {
        long[] counts = new long[7];
        for (int i = 0; i < 70_000; i++) {
            counts[CountedRandom.below(7, 3, i)]++;
        }
        assertEven(counts);
        assertThat(CountedRandom.below(1, 3, 0)).isZero();
        for (int i = 0; i < 1000; i++) {
            assertThat(CountedRandom.below(Integer.MAX_VALUE, 3, i)).isNotNegative();
        }
    }

    private static void assertEven(long[] counts) {
        double[] expected = new double[counts.length];
        Arrays.fill(expected, 1);
        assertThat(new ChiSquareTest().chiSquareTest(expected, counts)).isGreaterThan(0.001);
    }

    @Test
    void normalNumbersAreNormal() {
        assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new NormalDistribution(), normal(9)))
                .isGreaterThan(0.001);
    }

    @Test
    void sequencesOfOtherSeedsPurposesAndIndicesAreIndependent() {
        double[] base = normal(CountedRandom.key(1, 2, 3));
        for (long other : new long[] {
            CountedRandom.key(2, 2, 3),
            CountedRandom.key(1, 3, 3),
            CountedRandom.key(1, 2, 4),
            CountedRandom.key(3, 2, 1)
        }) {
            double correlation = new PearsonsCorrelation().correlation(base, normal(other));
            assertThat(Math.abs(correlation)).isLessThan(3 / Math.sqrt(base.length));
        }
    }

    private static double[] normal(long key) {
        double[] x = new double[10_000];
        for (int i = 0; i < x.length; i++) {
            x[i] = CountedRandom.normal(key, i);
        }
        return x;
    }
}
