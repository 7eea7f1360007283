package dev.longhand.kernel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SparseRowsTest {

    @Test
    void anyRangeOfColumnsIsTransposed() {
        Random random = new Random(1);
        float[] x = new float[7 * 90];
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextInt(5) == 0 ? i + 1 : 0;
        }
        SparseRows rows = new SparseRows();
        assertThat(rows.set(x, 0, 7, 90, 90)).isTrue();
        SparseRows columns = new SparseRows();
        for (int[] range : new int[][] {{0, 90}, {0, 45}, {45, 90}, {13, 14}, {89, 90}, {20, 20}}) {
            columns.transpose(rows, range[0], range[1]);
            float[] expected = new float[(range[1] - range[0]) * 7];
            for (int column = range[0]; column < range[1]; column++) {
                for (int row = 0; row < 7; row++) {
                    expected[(column - range[0]) * 7 + row] = x[row * 90 + column];
                }
            }
            float[] actual = new float[expected.length];
            columns.expand(actual);
            assertThat(actual).isEqualTo(expected);
        }
    }
}
