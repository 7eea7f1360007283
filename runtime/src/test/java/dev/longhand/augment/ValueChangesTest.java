package dev.longhand.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.random.CountedRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueChangesTest {

    private static final int DRAWS = 4_000;

    @Test
    void invertingTakesEachNumberFromOne() {
        Image image = Images.of(1, 2, 1, 0.25f, 1);
        assertThat(Images.changed(Augmentation.invert(1), image, 3)).containsExactly(0.75f, 0);
        int inverted = 0;
        for (int key = 0; key < DRAWS; key++) {
            inverted += Images.changed(Augmentation.invert(0.3), image, CountedRandom.key(1, 1, key))[1] == 0 ? 1 : 0;
        }
        assertThat((double) inverted / DRAWS).isEqualTo(0.3, within(0.03));
    }

    @Test
    void brightnessAddsOneNumberToAll() {
        Image image = Images.of(1, 3, 1, 0, 0.5f, 1);
        double sum = 0;
        float least = 1;
        float greatest = -1;
        for (int key = 0; key < DRAWS; key++) {
            float[] x = Images.changed(Augmentation.brightness(0.2), image, CountedRandom.key(1, 1, key));
            assertThat(x[1] - x[0]).isEqualTo(0.5f, within(1e-6f));
            assertThat(x[2] - x[0]).isEqualTo(1, within(1e-6f));
            sum += x[0];
            least = Math.min(least, x[0]);
            greatest = Math.max(greatest, x[0]);
        }
        assertThat(sum / DRAWS).isEqualTo(0, within(0.01));
        assertThat(least).isBetween(-0.2f, -0.199f);
        assertThat(greatest).isBetween(0.199f, 0.2f);
    }

    @Test
    void contrastMultipliesTheDistanceFromTheMean() {
        Image image = Images.of(1, 4, 1, 0, 0, 1, 3);
        double sum = 0;
        for (int key = 0; key < DRAWS; key++) {
            float[] x = Images.changed(Augmentation.contrast(0.5), image, CountedRandom.key(1, 1, key));
            float factor = 1 - x[0];
            assertThat(factor).isBetween(0.5f, 1.5f);
            assertThat(x[2]).isEqualTo(1);
            assertThat(x[3]).isEqualTo(1 + 2 * factor, within(1e-6f));
            sum += factor;
        }
        assertThat(sum / DRAWS).isEqualTo(1, within(0.02));
    }

    @Test
    void clampKeepsTheRange() {
        Image image = Images.of(1, 4, 1, -0.5f, 0.25f, 1, 7);
        assertThat(Images.changed(Augmentation.clamp(0, 1), image, 3)).containsExactly(0, 0.25f, 1, 1);
    }

    @Test
    void noiseIsNormal() {
        Image image = Image.of(100, 100, 3);
        float[] x = Images.changed(Augmentation.noise(0.5), image, 9);
        double sum = 0;
        double squares = 0;
        for (float number : x) {
            sum += number;
            squares += number * number;
        }
        assertThat(sum / x.length).isEqualTo(0, within(0.01));
        assertThat(Math.sqrt(squares / x.length)).isEqualTo(0.5, within(0.01));
    }

    @Test
    void aCutoutIsASquareAroundAPixel() {
        Image image = Image.of(5, 4, 3);
        java.util.Arrays.fill(image.values(), 1);
        int[] hidden = new int[5 * 4];
        for (int key = 0; key < DRAWS; key++) {
            float[] x = Images.changed(Augmentation.cutout(3), image, CountedRandom.key(1, 1, key));
            int row = CountedRandom.below(5, CountedRandom.key(1, 1, key), 0);
            int column = CountedRandom.below(4, CountedRandom.key(1, 1, key), 1);
            for (int i = 0; i < hidden.length; i++) {
                boolean isHidden = Math.abs(i / 4 - row) <= 1 && Math.abs(i % 4 - column) <= 1;
                hidden[i] += isHidden ? 1 : 0;
                for (int c = 0; c < 3; c++) {
                    assertThat(x[3 * i + c]).isEqualTo(isHidden ? 0 : 1);
                }
            }
        }
        // A corner is hidden by the squares around 4 of the 20 pixels, an inner pixel by those around 9.
        assertThat((double) hidden[0] / DRAWS).isEqualTo(4 / 20., within(0.02));
        assertThat((double) hidden[9] / DRAWS).isEqualTo(9 / 20., within(0.03));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void noChangeIsTheSameBits(int channels) {
        Image image = Images.random(6, 5, channels);
        image.values()[3] = -0f;
        Augmentation none = Augmentation.invert(0)
                .then(Augmentation.brightness(0))
                .then(Augmentation.contrast(0))
                .then(Augmentation.noise(0))
                .then(Augmentation.cutout(0))
                .then(Augmentation.clamp(-1, 1));
        for (int key = 0; key < 20; key++) {
            assertThat(Images.changed(none, image, key)).containsExactly(image.values());
        }
    }

    @Test
    void stepsDrawSeparateNumbers() {
        Image image = Images.of(1, 1, 1, 0);
        Augmentation once = Augmentation.brightness(1);
        float twice = Images.changed(once.then(once), image, 4)[0];
        assertThat(twice).isNotEqualTo(2 * Images.changed(once, image, 4)[0]);
    }

    @Test
    void nothingIsAllocatedAfterTheFirstImages() {
        Augmentation all = Augmentation.translate(2)
                .then(Augmentation.rotate(10))
                .then(Augmentation.zoom(0.1))
                .then(Augmentation.shear(10))
                .then(Augmentation.mirror())
                .then(Augmentation.crop(2))
                .then(Augmentation.elastic(10, 3))
                .then(Augmentation.invert(0.5))
                .then(Augmentation.brightness(0.1))
                .then(Augmentation.contrast(0.1))
                .then(Augmentation.noise(0.1))
                .then(Augmentation.colourNoise(ColourNoiseTest.components(), 0.1))
                .then(Augmentation.cutout(4))
                .then(Augmentation.clamp(0, 1));
        Image image = Images.random(10, 12, 3);
        assertThat(Images.allocatedBy(key -> all.apply(image, key))).isZero();
    }

    @Test
    void wrongAmountsAreRefusedInOneSentence() {
        assertThatThrownBy(() -> Augmentation.invert(2)).hasMessage("probability 2 of invert must be from 0 to 1");
        assertThatThrownBy(() -> Augmentation.brightness(Double.POSITIVE_INFINITY))
                .hasMessageContaining("limit Infinity of brightness");
        assertThatThrownBy(() -> Augmentation.contrast(-0.1)).hasMessage("share -0.1 of contrast must be from 0 to 1");
        assertThatThrownBy(() -> Augmentation.noise(-1)).hasMessageContaining("stddev -1.0 of noise");
        assertThatThrownBy(() -> Augmentation.cutout(-2)).hasMessageContaining("size -2 of cutout");
        assertThatThrownBy(() -> Augmentation.clamp(1, 0)).hasMessageContaining("give the least first");
    }
}
