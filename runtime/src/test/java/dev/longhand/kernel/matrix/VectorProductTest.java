package dev.longhand.kernel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.testing.Numbers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorProductTest {

    /** aᵀ·b is computed in blocks of b's rows where there are many. */
    @ParameterizedTest
    @CsvSource({
        "512, 48, 5",
        "512, 53, 16",
        "513, 49, 33",
        "700, 50, 48",
        "767, 96, 64",
        "768, 61, 100",
        "1000, 51, 207",
        "513, 47, 33"
    })
    void productsOfTransposedMatricesAreThoseOfPlainLoops(int depth, int rows, int columns) {
        float[] a = Numbers.normal(depth * rows + 3, 1, 1);
        float[] b = Numbers.normal(depth * columns + 5, 2, 1);
        float[] start = Numbers.normal(columns + 2, 3, 1);
        float[] expected = Numbers.normal(rows * columns + 7, 4, 1);
        float[] actual = expected.clone();
        Product vectors = new VectorProduct();
        Matrix left = new Matrix().of(a, 3, depth, rows).transpose();
        Matrix right = new Matrix().of(b, 5, depth, columns);
        new PlainProduct().set(left, right, start, 2, new Matrix().of(expected, 4, rows, columns));
        for (int i = 0; i < 2; i++) {
            vectors.set(left, right, start, 2, new Matrix().of(actual, 4, rows, columns));
            assertThat(actual).isEqualTo(expected);
        }
    }
}
