package dev.longhand.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.Shape;
import dev.longhand.data.Dataset;
import dev.longhand.random.CountedRandom;
import org.junit.jupiter.api.Test;

class ColourNoiseTest {

    /** Red and green equal ±2, blue ±1: the components are (1, 1, 0)/√2 with deviation 2·√2, and blue with 1. */
    static ColourComponents components() {
        float[] x = {2, 2, 1, 2, 2, -1, -2, -2, 1, -2, -2, -1};
        return ColourComponents.of(Dataset.of(x, Shape.of(2, 1, 3), new float[2], 1));
    }

    @Test
    void componentsAreTheEigenvectorsOfTheCovariance() {
        ColourComponents components = components();
        double half = Math.sqrt(0.5);
        assertThat(components.deviation(0)).isEqualTo(Math.sqrt(8), within(1e-12));
        assertThat(components.deviation(1)).isEqualTo(1, within(1e-12));
        assertThat(components.deviation(2)).isEqualTo(0, within(1e-7));
        assertThat(components.component(0, 0)).isEqualTo(half, within(1e-12));
        assertThat(components.component(0, 1)).isEqualTo(half, within(1e-12));
        assertThat(components.component(0, 2)).isEqualTo(0, within(1e-12));
        assertThat(components.component(1, 2)).isEqualTo(1, within(1e-12));
    }

    @Test
    void greyImagesHaveOneComponent() {
        ColourComponents grey =
                ColourComponents.of(Dataset.of(new float[] {1, 3, 5, 7}, Shape.of(2, 2, 1), new float[1], 1));
        assertThat(grey.channels()).isEqualTo(1);
        assertThat(grey.deviation(0)).isEqualTo(Math.sqrt(5), within(1e-12));
        assertThat(grey.component(0, 0)).isEqualTo(1);
    }

    @Test
    void eigenvectorsOfALargerMatrixDiagonalizeIt() {
        int n = 6;
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = CountedRandom.normal(5, i * n + j);
                matrix[j][i] = matrix[i][j];
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(matrix);
        for (int k = 0; k < n; k++) {
            assertThat(eigen.values()[k]).isLessThanOrEqualTo(eigen.values()[Math.max(0, k - 1)]);
            for (int i = 0; i < n; i++) {
                double product = 0;
                for (int j = 0; j < n; j++) {
                    product += matrix[i][j] * eigen.vectors()[k][j];
                }
                assertThat(product).isEqualTo(eigen.values()[k] * eigen.vectors()[k][i], within(1e-10));
            }
        }
    }

    @Test
    void onePixelsColourIsAddedToAll() {
        Image image = Image.of(3, 2, 3);
        double[] squares = new double[3];
        int draws = 4_000;
        for (int key = 0; key < draws; key++) {
            float[] x =
                    Images.changed(Augmentation.colourNoise(components(), 0.1), image, CountedRandom.key(1, 1, key));
            for (int i = 0; i < x.length; i++) {
                assertThat(x[i]).isEqualTo(x[i % 3]);
            }
            assertThat(x[0]).isEqualTo(x[1], within(1e-6f));
            for (int c = 0; c < 3; c++) {
                squares[c] += x[c] * x[c];
            }
        }
        // 0.1·√8·√½ for red and green, 0.1·1 for blue.
        assertThat(Math.sqrt(squares[0] / draws)).isEqualTo(0.2, within(0.01));
        assertThat(Math.sqrt(squares[2] / draws)).isEqualTo(0.1, within(0.005));
    }

    @Test
    void noNoiseIsTheSameBits() {
        Image image = Images.random(3, 3, 3);
        assertThat(Images.changed(Augmentation.colourNoise(components(), 0), image, 1))
                .containsExactly(image.values());
    }

    @Test
    void imagesOfOtherChannelsAreRefused() {
        assertThatThrownBy(() -> Augmenter.of(Augmentation.colourNoise(components(), 0.1), Shape.of(4, 4, 1), 1))
                .hasMessage(
                        "colour noise was computed from images of 3 channels and can't be added to images of 1: compute"
                                + " it from the training set, with ColourComponents.of(train)");
        Dataset flat = Dataset.of(new float[] {1, 3, 5, 7}, Shape.of(4), new float[1], 1);
        assertThatThrownBy(() -> ColourComponents.of(flat)).hasMessageContaining("height × width × channels");
        assertThatThrownBy(() -> ColourComponents.of(flat, Shape.of(2, 3))).hasMessageContaining("images of 2×3 are 6");
        assertThat(ColourComponents.of(flat, Shape.of(2, 2)).channels()).isEqualTo(1);
    }
}
