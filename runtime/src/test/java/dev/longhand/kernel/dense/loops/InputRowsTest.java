package dev.longhand.kernel.dense.loops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.kernel.matrix.SparseRows;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputRowsTest {

    @ParameterizedTest
    @ValueSource(ints = {64, 65, 71, 100, 784})
    void samplesOfMostlyZerosAreStoredSparseAndExpanded(int size) {
        Random random = new Random(size);
        float[] x = new float[5 * size + 3];
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextInt(10) == 0 ? (float) random.nextGaussian() : random.nextBoolean() ? 0f : -0f;
        }
        x[3 + size / 2] = Float.NaN;
        x[3 + size / 3] = Float.MIN_VALUE;
        InputRows batch = new InputRows(5, size);
        for (int round = 0; round < 2; round++) {
            batch.read(x, 3, 5);
            assertThat(batch.isSparse()).isTrue();
            SparseRows rows = batch.rows();
            for (int row = 0; row < 5; row++) {
                int q = rows.from[row];
                for (int i = 0; i < size; i++) {
                    float number = x[3 + row * size + i];
                    if (number != 0) {
                        assertThat((int) rows.columnIndices[q]).isEqualTo(i);
                        assertThat(Float.compare(rows.values[q++], number)).isZero();
                    }
                }
                assertThat(q).isEqualTo(rows.to[row]);
            }
        }
        float[] expected = Arrays.copyOfRange(x, 3, x.length);
        for (int i = 0; i < expected.length; i++) {
            expected[i] += 0f; // −0 + 0 is 0
        }
        assertThat(batch.values()).isEqualTo(expected);
        assertThat(batch.isSparse()).isFalse();
    }

    @Test
    void otherSamplesAreCopied() {
        float[] x = new float[300];
        Arrays.fill(x, 0, 50, 1);
        InputRows batch = new InputRows(3, 100);
        batch.read(x, 0, 3);
        assertThat(batch.isSparse()).isFalse();
        assertThat(batch.values()).isEqualTo(x);
        InputRows narrow = new InputRows(10, 30);
        narrow.read(x, 0, 10);
        assertThat(narrow.isSparse()).isFalse();
    }
}
