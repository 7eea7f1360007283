package dev.longhand.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.random.CountedRandom;
import org.junit.jupiter.api.Test;

class DisplacementTest {

    @Test
    void displacementsAreUniformNumbersSmoothedByAGaussian() {
        int height = 6;
        int width = 9;
        double sigma = 1.5;
        double alpha = 10;
        Image image = Image.of(height, width, 1);
        new Displacement(alpha, sigma).draw(image, 77);
        double sum = 0;
        for (int d = -5; d <= 5; d++) {
            sum += Math.exp(-d * d / (2 * sigma * sigma));
        }
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double x = 0;
                double y = 0;
                for (int r = Math.max(0, row - 5); r <= Math.min(height - 1, row + 5); r++) {
                    for (int c = Math.max(0, column - 5); c <= Math.min(width - 1, column + 5); c++) {
                        double squared = (r - row) * (r - row) + (c - column) * (c - column);
                        double weight = alpha * Math.exp(-squared / (2 * sigma * sigma)) / sum / sum;
                        long bits = CountedRandom.bits(77, r * width + c);
                        x += weight * ((bits >>> 40) * 0x1p-23 - 1);
                        y += weight * ((bits >>> 16 & 0xFFFFFF) * 0x1p-23 - 1);
                    }
                }
                assertThat((double) image.plane(0)[column * height + row]).isEqualTo(x, within(1e-5));
                assertThat((double) image.plane(1)[column * height + row]).isEqualTo(y, within(1e-5));
            }
        }
    }

    @Test
    void theirDeviationIsThatOfTheFormula() {
        Image image = Image.of(100, 100, 1);
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int key = 0; key < 20; key++) {
            new Displacement(34, 4).draw(image, CountedRandom.key(1, 2, key));
            for (int i = 20; i < 80; i++) {
                for (int j = 20; j < 80; j++) {
                    double x = image.plane(0)[i * 100 + j];
                    sum += x;
                    squares += x * x;
                    count++;
                }
            }
        }
        assertThat(sum / count).isEqualTo(0, within(0.1));
        assertThat(Math.sqrt(squares / count)).isEqualTo(0.163 * 34 / 4, within(0.1));
    }
}
