package dev.longhand.initializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longhand.random.CountedRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseholderQrTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "2, 1",
        "2, 2",
        "3, 2",
        "5, 1",
        "7, 7",
        "13, 5",
        "16, 16",
        "17, 3",
        "31, 30",
        "33, 33",
        "64, 10",
        "100, 64",
        "207, 31",
        "207, 207",
        "784, 30"
    })
    void qAsFloatsHasTheBitsOfCommonsMath(int rows, int columns) {
        for (int key = 0; key < 5; key++) {
            double[][] matrix = normal(rows, columns, key);
            QRDecomposition expected = new QRDecomposition(new Array2DRowRealMatrix(matrix).transpose());
            RealMatrix q = expected.getQ();
            HouseholderQr decomposition = new HouseholderQr(matrix);
            for (int j = 0; j < columns; j++) {
                assertThat(decomposition.diagonal(j)).isEqualTo(expected.getR().getEntry(j, j));
                double[] column = decomposition.columnOfQ(j);
                for (int i = 0; i < rows; i++) {
                    assertThat((float) column[i]).isEqualTo((float) q.getEntry(i, j));
                }
            }
        }
    }

    @Test
    void aColumnOfZerosLeavesQOrthogonal() {
        HouseholderQr decomposition = new HouseholderQr(new double[][] {{0, 0, 0}, {1, 2, 2}});
        assertThat(decomposition.diagonal(0)).isZero();
        assertThat(decomposition.columnOfQ(0)).containsExactly(1, 0, 0);
        double[] second = decomposition.columnOfQ(1);
        assertThat(second[0]).isZero();
        assertThat(second[1] * second[1] + second[2] * second[2]).isCloseTo(1, within(1e-15));
    }

    private static double[][] normal(int rows, int columns, int key) {
        double[][] matrix = new double[columns][rows];
        for (int i = 0; i < rows * columns; i++) {
            matrix[i % columns][i / columns] = CountedRandom.normal(key, i);
        }
        return matrix;
    }
}
