package dev.longhand.kernel.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.random.CountedRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GaussianNoiseTest {

    @Test
    void theFormulaIsThatOfBoxAndMuller() {
        float[] noise = new float[20_000];
        GaussianNoise.draw(5, 2, noise, noise.length);
        for (int i = 0; i < noise.length; i += 2) {
            long bits = CountedRandom.bits(5, i / 2);
            double radius = 2 * Math.sqrt(-2 * Math.log(1 - (bits >>> 40) * 0x1p-24));
            double angle = 2 * Math.PI * ((bits >>> 14) & 0x3ffffff) * 0x1p-26;
            assertThat((double) noise[i]).isCloseTo(radius * Math.cos(angle), within(2e-6));
            assertThat((double) noise[i + 1]).isCloseTo(radius * Math.sin(angle), within(2e-6));
        }
    }

    @Test
    void meanVarianceAndTailsAreThoseOfTheNormalDistribution() {
        int n = 1_000_000;
        float[] noise = new float[n];
        GaussianNoise.draw(7, 0.5f, noise, n);
        double mean = 0;
        double squares = 0;
        double fourth = 0;
        double neighbours = 0;
        int beyond = 0;
        for (int i = 0; i < n; i++) {
            double z = noise[i] / 0.5;
            mean += z / n;
            squares += z * z / n;
            fourth += z * z * z * z / n;
            neighbours += i > 0 ? z * noise[i - 1] / 0.5 / n : 0;
            beyond += Math.abs(z) > 1.959964 ? 1 : 0;
        }
        // Each bound is four standard errors.
        assertThat(mean).isCloseTo(0, within(4e-3));
        assertThat(squares).isCloseTo(1, within(6e-3));
        assertThat(fourth).isCloseTo(3, within(0.04));
        assertThat(neighbours).isCloseTo(0, within(4e-3));
        assertThat((double) beyond / n).isCloseTo(0.05, within(9e-4));
    }

    @Test
    void fewerNumbersAreTheFirstOfMany() {
        float[] many = new float[10];
        float[] few = new float[10];
        GaussianNoise.draw(1, 1, many, 10);
        GaussianNoise.draw(1, 1, few, 7);
        assertThat(Arrays.copyOf(few, 7)).containsExactly(Arrays.copyOf(many, 7));
        assertThat(Arrays.copyOfRange(few, 7, 10)).containsOnly(0);
    }

    @Test
    void withoutDeviationThereIsNoNoise() {
        float[] noise = {9, 9, 9};
        GaussianNoise.draw(1, 0, noise, 3);
        assertThat(noise).containsOnly(0, -0f);
    }

    @Test
    void bitsAreTheSameEverywhere() {
        float[] noise = new float[100_000];
        GaussianNoise.draw(42, 1, noise, noise.length);
        assertThat(Arrays.hashCode(noise)).isEqualTo(508598167);
    }
}
