package dev.longhand.examples.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.examples.Run;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("kernels")
class RegressionTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3"})
    void theLearntLineIsThatOfLeastSquares(String seed) {
        Run run = Run.well("regression", "--seed", seed);
        double[] learnt = Run.lastNumbers(run.line("Compared with the exact", "learnt"), 4);
        double[] exact = Run.lastNumbers(run.line("Compared with the exact", "least squares"), 4);
        assertThat(learnt).containsExactly(exact, within(1e-5));
        assertThat(learnt[0]).isEqualTo(Regression.SLOPE, within(0.2));
        assertThat(learnt[1]).isEqualTo(Regression.INTERCEPT, within(0.2));
    }

    @Test
    void tooLargeALearningRateIsReportedInOneSentence() {
        Run run = Run.of("regression", "--learning-rate", "5");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Line").doesNotContain("\tat ");
    }

    @Test
    void thePictureShowsTheLineOfLeastSquaresAndShadesOfGrey() throws Exception {
        BufferedImage image = draw();
        assertThat(image.getWidth()).isEqualTo(2480);
        Set<Integer> colors = Arrays.stream(
                        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .mapToObj(color -> color & 0xFFFFFF)
                .collect(Collectors.toSet());
        assertThat(colors).contains(RegressionPicture.LEAST_SQUARES.getRGB() & 0xFFFFFF);
        assertThat(IntStream.range(0, 6).map(i -> RegressionPicture.shade(i, 6).getRed()))
                .containsExactly(210, 176, 142, 108, 74, 40);
    }

    @Test
    void labelsOfEpochsAreApart() throws Exception {
        BufferedImage image = draw();
        int left = 1380;
        int right = image.getWidth() - 10;
        int axis = IntStream.iterate(image.getHeight() - 1, y -> y - 1)
                .filter(y -> IntStream.range(left, right)
                                .filter(x -> (image.getRGB(x, y) & 0xFF) < 200)
                                .count()
                        > 800)
                .findFirst()
                .orElseThrow();
        List<Integer> gaps = gapsBetweenWords(image, left, right, axis + 6, axis + 40);
        assertThat(gaps).hasSizeBetween(4, 12).allSatisfy(gap -> assertThat(gap).isGreaterThan(34));
    }

    private BufferedImage draw() throws IOException {
        Path file = folder.resolve("line.png");
        Run.well("regression", "--picture", file.toString());
        return ImageIO.read(file.toFile());
    }

    /** The widths of blank columns, where there are more than between two digits. */
    private static List<Integer> gapsBetweenWords(BufferedImage image, int left, int right, int top, int bottom) {
        List<Integer> gaps = new ArrayList<>();
        int blank = Integer.MIN_VALUE;
        for (int x = left; x < right; x++) {
            int column = x;
            boolean isInk = IntStream.range(top, bottom).anyMatch(y -> (image.getRGB(column, y) & 0xFF) < 128);
            if (isInk && blank > 8) {
                gaps.add(blank);
            }
            blank = isInk ? 0 : blank + 1;
        }
        return gaps;
    }
}
