package dev.longhand.examples.slant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.examples.Run;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernels")
class SlantTest {

    @Test
    void oneNetworkLearnsTheDigitAndItsSlant() {
        Run run = Run.well("slant", "--digits", "2000", "--epochs", "6");
        assertThat(Run.numbers(run.line("On 10000 test digits", "digit"))[1]).isGreaterThan(0.88);
        assertThat(Run.numbers(run.line("On 10000 test digits", "slant"))[1]).isGreaterThan(0.8);
        assertThat(run.section("The first ones")).hasSize(9);
    }

    @Test
    void moreDigitsThanThereAreAreRefused() {
        Run run = Run.of("slant", "--digits", "60001");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("--digits 60001 must be at most 60000");
    }

    @Test
    void aSlantIsTheColumnsForEachRowUp() {
        float[] pixels = new float[784];
        for (int i = 4; i < 24; i++) {
            pixels[28 * i + (40 - i) / 2] = 1;
        }
        assertThat(Slants.of(pixels)).isEqualTo(0.5f, within(0.02f));
        float[] upright = new float[784];
        for (int i = 4; i < 24; i++) {
            upright[28 * i + 14] = 1;
        }
        assertThat(Slants.of(upright)).isZero();
    }
}
