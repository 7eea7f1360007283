package dev.longhand.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.random.CountedRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WarpTest {

    private static final int DRAWS = 4_000;

    /** The image that shows at each pixel what the map says. */
    private static float[] resampled(Image image, AffineMap map, Border border) {
        Augmentation.translate(0).border(border).resample(image, map, false);
        image.swap();
        return image.values();
    }

    private static AffineMap identity() {
        AffineMap map = new AffineMap();
        map.reset();
        return map;
    }

    @Test
    void halfAPixelIsTheMeanOfTwoNeighbours() {
        AffineMap map = identity();
        map.shift(0.5, 0);
        assertThat(resampled(Images.of(1, 3, 1, 0, 2, 6), map, Border.ZERO)).containsExactly(1, 4, 3);
        assertThat(resampled(Images.of(1, 3, 1, 0, 2, 6), map, Border.EDGE)).containsExactly(1, 4, 6);
    }

    @Test
    void aQuarterDownAndHalfAcrossWeightsFourPixels() {
        AffineMap map = identity();
        map.shift(0.5, 0.25);
        // 3/4 of the mean of 0 and 8, and 1/4 of the mean of 16 and 32.
        assertThat(resampled(Images.of(2, 2, 1, 0, 8, 16, 32), map, Border.ZERO)[0])
                .isEqualTo(9);
    }

    @Test
    void aQuarterTurnPermutesThePixels() {
        AffineMap map = identity();
        double cos = StrictMath.cos(Math.PI / 2);
        map.transform(cos, -1, 1, cos);
        assertThat(resampled(Images.of(3, 3, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9), map, Border.ZERO))
                .containsExactly(3, 6, 9, 2, 5, 8, 1, 4, 7);
    }

    @Test
    void enlargingTwiceShowsTheMiddleHalf() {
        AffineMap map = identity();
        map.transform(0.5, 0, 0, 0.5);
        // The positions are 0.75, 1.25, 1.75 and 2.25.
        assertThat(resampled(Images.of(1, 4, 1, 0, 4, 8, 12), map, Border.ZERO)).containsExactly(3, 5, 7, 9);
    }

    @Test
    void channelsStayTogether() {
        Image image = Images.of(1, 2, 3, 1, 2, 3, 10, 20, 30);
        assertThat(Images.changed(Augmentation.mirror(1), image, 5)).containsExactly(10, 20, 30, 1, 2, 3);
    }

    @ParameterizedTest
    @CsvSource({"1, ZERO", "1, EDGE", "3, ZERO", "3, EDGE"})
    void anyMapGivesWhatTheFormulaSays(int channels, Border border) {
        Image image = Images.random(5, 7, channels);
        float[] x = image.values().clone();
        AffineMap map = identity();
        map.shift(0.7, -1.3);
        map.transform(0.9, 0.4, -0.5, 1.2);
        float[] actual = resampled(image, map, border);
        for (int row = 0; row < 5; row++) {
            for (int column = 0; column < 7; column++) {
                double dx = 0.9 * (column - 3) + 0.4 * (row - 2) + 0.7 + 3;
                double dy = -0.5 * (column - 3) + 1.2 * (row - 2) - 1.3 + 2;
                for (int c = 0; c < channels; c++) {
                    assertThat((double) actual[(row * 7 + column) * channels + c])
                            .isEqualTo(interpolated(x, channels, dx, dy, c, border), within(3e-6));
                }
            }
        }
    }

    private static double interpolated(float[] x, int channels, double column, double row, int c, Border border) {
        double sum = 0;
        for (int r = -20; r < 30; r++) {
            for (int k = -20; k < 30; k++) {
                double weight = Math.max(0, 1 - Math.abs(r - row)) * Math.max(0, 1 - Math.abs(k - column));
                boolean isOutside = r < 0 || r >= 5 || k < 0 || k >= 7;
                int inside = Math.max(0, Math.min(4, r)) * 7 + Math.max(0, Math.min(6, k));
                sum += isOutside && border == Border.ZERO ? 0 : weight * x[inside * channels + c];
            }
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void noChangeIsTheSameBits(int channels) {
        Image image = Images.random(6, 5, channels);
        image.values()[3] = -0f;
        Augmentation none = Augmentation.translate(0)
                .then(Augmentation.rotate(0))
                .then(Augmentation.zoom(0))
                .then(Augmentation.shear(0))
                .then(Augmentation.mirror(0))
                .then(Augmentation.crop(0))
                .then(Augmentation.elastic(0, 4));
        for (int key = 0; key < 20; key++) {
            assertThat(Images.changed(none, image, key)).containsExactly(image.values());
        }
    }

    @Test
    void aCropMovesByWholePixelsWithoutChangingABit() {
        Image image = Images.random(4, 4, 1);
        boolean[] seen = new boolean[25];
        for (int key = 0; key < 500; key++) {
            float[] cropped = Images.changed(Augmentation.crop(2), image, key);
            int shift = shiftOf(image.values(), cropped);
            seen[shift] = true;
        }
        assertThat(seen).containsOnly(true);
    }

    /** Which of the 25 shifts by −2 to 2 rows and columns gives the second image. */
    private static int shiftOf(float[] x, float[] cropped) {
        for (int shift = 0; shift < 25; shift++) {
            boolean isEqual = true;
            for (int i = 0; i < 16; i++) {
                int row = i / 4 + shift / 5 - 2;
                int column = i % 4 + shift % 5 - 2;
                boolean isInside = row >= 0 && row < 4 && column >= 0 && column < 4;
                isEqual &= cropped[i] == (isInside ? x[row * 4 + column] : 0);
            }
            if (isEqual) {
                return shift;
            }
        }
        throw new AssertionError("no shift by whole pixels");
    }

    @Test
    void drawsCoverTheirRange() {
        assertRange(new Motion.Translation(2), map -> map.dx, -2, 2);
        assertRange(new Motion.Translation(2), map -> map.dy, -2, 2);
        assertRange(new Motion.Rotation(0.3), map -> Math.asin(map.yx), -0.3, 0.3);
        assertRange(new Motion.Zoom(0.2), map -> 1 / map.xx, 0.8, 1.2);
        assertRange(new Motion.Zoom(0.2), map -> 1 / map.yy, 0.8, 1.2);
        assertRange(new Motion.Shear(0.3), map -> Math.atan(map.xy), -0.3, 0.3);
    }

    private static void assertRange(Motion motion, ToDoubleFunction<AffineMap> drawn, double least, double greatest) {
        double sum = 0;
        double minimum = greatest;
        double maximum = least;
        for (int key = 0; key < DRAWS; key++) {
            AffineMap map = identity();
            motion.invert(CountedRandom.key(3, 4, key), map);
            double value = drawn.applyAsDouble(map);
            sum += value;
            minimum = Math.min(minimum, value);
            maximum = Math.max(maximum, value);
        }
        double range = greatest - least;
        assertThat(minimum).isBetween(least - 1e-12, least + 0.01 * range);
        assertThat(maximum).isBetween(greatest - 0.01 * range, greatest + 1e-12);
        assertThat(sum / DRAWS).isEqualTo((least + greatest) / 2, within(0.02 * range));
    }

    @Test
    void everySecondImageIsMirrored() {
        Image image = Images.of(1, 2, 1, 1, 2);
        int mirrored = 0;
        for (int key = 0; key < DRAWS; key++) {
            float[] x = Images.changed(Augmentation.mirror(), image, CountedRandom.key(3, 4, key));
            mirrored += x[0] == 2 && x[1] == 1 ? 1 : 0;
        }
        assertThat((double) mirrored / DRAWS).isEqualTo(0.5, within(0.03));
    }

    @Test
    void warpsInARowInterpolateOnce() {
        Image image = Images.random(8, 8, 1);
        Augmentation turnedBack =
                Warp.of(new Motion.Mirror(1)).then(Augmentation.rotate(0)).then(Warp.of(new Motion.Mirror(1)));
        assertThat(turnedBack).isInstanceOf(Warp.class);
        assertThat(Images.changed(turnedBack, image, 1)).containsExactly(image.values());
        assertThat(Augmentation.elastic(1, 2).then(Augmentation.rotate(1))).isInstanceOf(Sequence.class);
        assertThat(Augmentation.crop(1).then(Augmentation.rotate(1).border(Border.EDGE)))
                .isInstanceOf(Sequence.class);
    }

    @Test
    void theFirstOfTwoMotionsIsAppliedFirst() {
        // Moved right by 1, then mirrored: the pixel on the right ends on the left only if the move comes first.
        AffineMap map = identity();
        map.shift(-1, 0);
        map.transform(-1, 0, 0, 1);
        assertThat(resampled(Images.of(1, 3, 1, 1, 2, 3), map, Border.ZERO)).containsExactly(2, 1, 0);
    }

    @Test
    void groupingDoesNotMatter() {
        Image image = Images.random(9, 9, 3);
        Augmentation a = Augmentation.translate(2);
        Augmentation b = Augmentation.elastic(8, 2);
        Augmentation c = Augmentation.rotate(20);
        Augmentation d = Augmentation.noise(0.1);
        float[] left = Images.changed(a.then(b).then(c).then(d), image, 11);
        assertThat(Images.changed(a.then(b.then(c.then(d))), image, 11)).containsExactly(left);
        assertThat(Images.changed(a.then(b).then(c.then(d)), image, 11)).containsExactly(left);
    }

    @Test
    void sameKeySameImageAndOtherKeysOtherImages() {
        Image image = Images.random(9, 9, 1);
        Augmentation all = Augmentation.rotate(20).then(Augmentation.elastic(8, 2));
        assertThat(Images.changed(all, image, 1)).containsExactly(Images.changed(all, image, 1));
        assertThat(Images.changed(all, image, 1)).isNotEqualTo(Images.changed(all, image, 2));
    }

    @Test
    void anImageOfOneColourStaysSoWhereTheEdgeContinues() {
        Image image = Image.of(12, 10, 1);
        java.util.Arrays.fill(image.values(), 0.5f);
        Augmentation warp = Augmentation.translate(3)
                .border(Border.EDGE)
                .then(Augmentation.elastic(20, 3).border(Border.EDGE));
        for (float number : Images.changed(warp, image, 8)) {
            assertThat(number).isEqualTo(0.5f, within(1e-6f));
        }
    }

    @Test
    void wrongAmountsAreRefusedInOneSentence() {
        assertThatThrownBy(() -> Augmentation.translate(-1))
                .hasMessage("pixels -1.0 of translate must be at least 0: 0 changes nothing");
        assertThatThrownBy(() -> Augmentation.rotate(200)).hasMessage("degrees 200 of rotate must be from 0 to 180");
        assertThatThrownBy(() -> Augmentation.zoom(1)).hasMessage("share 1 of zoom must be at least 0 and below 1");
        assertThatThrownBy(() -> Augmentation.shear(Double.NaN)).hasMessageContaining("degrees NaN of shear");
        assertThatThrownBy(() -> Augmentation.mirror(1.5)).hasMessage("probability 1.5 of mirror must be from 0 to 1");
        assertThatThrownBy(() -> Augmentation.crop(-1)).hasMessageContaining("padding -1 of crop");
        assertThatThrownBy(() -> Augmentation.elastic(1, 0))
                .hasMessage("sigma 0.0 of elastic must be above 0 and at most 100 pixels");
    }
}
