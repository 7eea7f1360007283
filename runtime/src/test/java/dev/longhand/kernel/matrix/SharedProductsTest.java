package dev.longhand.kernel.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.kernel.weights.PackedWeights;
import dev.longhand.kernel.weights.WeightSource;
import dev.longhand.testing.Numbers;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Products of weights that are packed once for all give the bits of products that pack them themselves. */
class SharedProductsTest {

    private static final int[] SIZES = {1, 3, 16, 31, 32, 33, 65, 100, 130};

    static Stream<Function<WeightSource, Product>> products() {
        return Stream.of(PlainProduct::new, VectorProduct::new);
    }

    @ParameterizedTest
    @MethodSource("products")
    void productsOfSharedWeightsHaveTheSameBits(Function<WeightSource, Product> products) {
        Product alone = products.apply(new WeightSource());
        WeightSource source = new WeightSource();
        Product sharing = products.apply(source);
        for (int rows : new int[] {1, 2, 7, 50}) {
            for (int depth : new int[] {1, 5, 70}) {
                for (int columns : SIZES) {
                    float[] p = Numbers.normal(7 + depth * columns + columns, 1, 1);
                    source.share(new PackedWeights(p));
                    float[] x = Numbers.normal(rows * depth, 2, 1);
                    for (int i = 0; i < x.length; i++) {
                        x[i] = i % 4 == 0 ? x[i] : 0;
                    }
                    for (int time = 0; time < 2; time++) {
                        assertThat(product(sharing, x, p, rows, depth, columns))
                                .isEqualTo(product(alone, x, p, rows, depth, columns));
                        assertThat(sparseProduct(sharing, x, p, rows, depth, columns))
                                .isEqualTo(sparseProduct(alone, x, p, rows, depth, columns));
                    }
                }
            }
        }
    }

    private static float[] product(Product product, float[] x, float[] p, int rows, int depth, int columns) {
        float[] y = new float[rows * columns];
        product.set(
                new Matrix().of(x, 0, rows, depth),
                new Matrix().of(p, 7, depth, columns),
                p,
                7 + depth * columns,
                new Matrix().of(y, 0, rows, columns));
        return y;
    }

    private static float[] sparseProduct(Product product, float[] x, float[] p, int rows, int depth, int columns) {
        SparseRows sparse = new SparseRows();
        sparse.set(x, 0, rows, depth, depth);
        float[] y = new float[rows * columns];
        product.set(
                sparse,
                0,
                new Matrix().of(p, 7, depth, columns),
                p,
                7 + depth * columns,
                new Matrix().of(y, 0, rows, columns));
        return y;
    }
}
