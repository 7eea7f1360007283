package dev.longhand.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both products against a naive twin, to the bit, at sizes around those of tiles and vectors. */
class ProductTest {

    private static final int[] SIZES = {1, 2, 3, 7, 13, 16, 17, 31, 33, 64, 100, 207};
    private static final float GUARD = -77;

    static Stream<Product> products() {
        return Stream.of(new PlainProduct(), new VectorProduct());
    }

    @ParameterizedTest
    @MethodSource("products")
    void everyElementIsOneChainInOrder(Product product) {
        Random random = new Random(1);
        for (int rows : SIZES) {
            for (int depth : SIZES) {
                for (int columns : SIZES) {
                    if ((long) rows * depth * columns < 300_000) {
                        check(product, random, rows, depth, columns, false, false);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("products")
    void aTransposedSideIsReadInItsOrder(Product product) {
        Random random = new Random(2);
        for (int rows : SIZES) {
            for (int columns : SIZES) {
                check(product, random, rows, 17, columns, true, false);
                check(product, random, rows, 17, columns, false, true);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("products")
    void zerosMayBeLeftOut(Product product) {
        Random random = new Random(3);
        for (int rows : SIZES) {
            for (int depth : new int[] {1, 7, 33, 100}) {
                for (int columns : SIZES) {
                    float[] a = numbers(random, rows * depth);
                    for (int i = 0; i < a.length; i++) {
                        a[i] = random.nextInt(5) == 0 ? a[i] : 0;
                    }
                    float[] b = numbers(random, depth * columns);
                    float[] start = numbers(random, columns);
                    float[] expected = new float[rows * columns];
                    float[] actual = new float[rows * columns];
                    Matrix right = new Matrix().of(b, 0, depth, columns);
                    SparseRows sparse = sparse(a, rows, depth);
                    product.set(
                            new Matrix().of(a, 0, rows, depth),
                            right,
                            start,
                            0,
                            new Matrix().of(expected, 0, rows, columns));
                    product.set(sparse, right, start, 0, new Matrix().of(actual, 0, rows, columns));
                    assertThat(actual).isEqualTo(expected);
                    float[] expanded = new float[a.length];
                    sparse.expand(expanded);
                    assertThat(expanded).isEqualTo(a);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("products")
    void whatIsNotANumberSpreadsAsInScalars(Product product) {
        float[] special = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0f, -0f, 1e38f, 1e-45f};
        Random random = new Random(4);
        for (int columns : new int[] {3, 16, 20, 48, 67}) {
            float[] a = new float[9 * 11];
            float[] b = new float[11 * columns];
            for (int i = 0; i < a.length; i++) {
                a[i] = random.nextInt(4) == 0 ? special[random.nextInt(special.length)] : random.nextFloat();
            }
            for (int i = 0; i < b.length; i++) {
                b[i] = random.nextInt(4) == 0 ? special[random.nextInt(special.length)] : random.nextFloat();
            }
            float[] start = new float[columns];
            float[] c = new float[9 * columns];
            product.set(
                    new Matrix().of(a, 0, 9, 11),
                    new Matrix().of(b, 0, 11, columns),
                    start,
                    0,
                    new Matrix().of(c, 0, 9, columns));
            for (int r = 0; r < 9; r++) {
                for (int j = 0; j < columns; j++) {
                    float sum = 0;
                    for (int k = 0; k < 11; k++) {
                        sum = Math.fma(a[r * 11 + k], b[k * columns + j], sum);
                    }
                    assertThat(Float.floatToIntBits(c[r * columns + j])).isEqualTo(Float.floatToIntBits(sum));
                }
            }
        }
    }

    private static void check(
            Product product, Random random, int rows, int depth, int columns, boolean turnA, boolean turnB) {
        int gap = 5;
        float[] a = numbers(random, gap + rows * depth);
        float[] b = numbers(random, gap + depth * columns);
        float[] start = numbers(random, gap + columns);
        float[] c = new float[2 * gap + rows * columns];
        Arrays.fill(c, GUARD);
        Matrix left = turnA ? new Matrix().of(a, gap, depth, rows).transpose() : new Matrix().of(a, gap, rows, depth);
        Matrix right =
                turnB ? new Matrix().of(b, gap, columns, depth).transpose() : new Matrix().of(b, gap, depth, columns);
        product.set(left, right, start, gap, new Matrix().of(c, gap, rows, columns));
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < columns; j++) {
                float sum = start[gap + j];
                for (int k = 0; k < depth; k++) {
                    sum = Math.fma(
                            a[gap + (turnA ? k * rows + r : r * depth + k)],
                            b[gap + (turnB ? j * depth + k : k * columns + j)],
                            sum);
                }
                if (c[gap + r * columns + j] != sum) {
                    assertThat(c[gap + r * columns + j])
                            .as("%d×%d·%d×%d at (%d, %d)", rows, depth, depth, columns, r, j)
                            .isEqualTo(sum);
                }
            }
        }
        for (int i = 0; i < gap; i++) {
            assertThat(c[i]).isEqualTo(GUARD);
            assertThat(c[c.length - 1 - i]).isEqualTo(GUARD);
        }
    }

    private static SparseRows sparse(float[] a, int rows, int columns) {
        SparseRows sparse = new SparseRows();
        sparse.clear(columns);
        char[] places = new char[columns];
        float[] values = new float[columns];
        for (int row = 0; row < rows; row++) {
            int count = 0;
            for (int i = 0; i < columns; i++) {
                if (a[row * columns + i] != 0) {
                    places[count] = (char) i;
                    values[count++] = a[row * columns + i];
                }
            }
            sparse.addRow(places, values, 0, count);
        }
        SparseRows turned = new SparseRows();
        turned.transpose(sparse);
        SparseRows back = new SparseRows();
        back.transpose(turned);
        return back;
    }

    private static float[] numbers(Random random, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = random.nextFloat() - 0.5f;
        }
        return numbers;
    }
}
