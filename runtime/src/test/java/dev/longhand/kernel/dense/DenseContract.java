package dev.longhand.kernel.dense;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Activation;
import dev.longhand.testing.Numbers;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all {@link DenseKernels} have in common with {@link NaiveDense}: every bit. */
abstract class DenseContract {

    private static final int[] SIZES = {1, 2, 3, 7, 13, 16, 17, 31, 33, 64, 100, 207};

    private final DenseKernels naive = new NaiveDense();
    private final DenseKernels fast;

    DenseContract(DenseKernels fast) {
        this.fast = fast;
    }

    static Stream<Integer> sizes() {
        return Arrays.stream(SIZES).boxed();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void denseLayersOfAllSizesAreExactWithInfinitiesAndNaNToo(int n) {
        for (int in : SIZES) {
            for (int out : SIZES) {
                Layer layer = new Layer(n, in, out);
                assertExact(layer);
                for (float[] array : new float[][] {layer.x, layer.p, layer.dz}) {
                    addInfinitiesAndNaN(array);
                }
                assertExact(layer);
            }
        }
    }

    /** Few, so that they reach few sums of a large layer and others can be seen to stay finite. */
    private static void addInfinitiesAndNaN(float[] array) {
        array[array.length / 2] = Float.NaN;
        array[array.length / 3] = Float.POSITIVE_INFINITY;
        array[array.length / 5] = Float.NEGATIVE_INFINITY;
        array[array.length / 7] = -0f;
    }

    @Test
    void productsOfSeveralBlocksAreExact() {
        assertExact(new Layer(5, 4001, 40));
        assertExact(new Layer(4, 5, 2051));
        assertExact(new Layer(3, 301, 1100));
        assertExact(new Layer(1, 1030, 1030));
        assertExact(new Layer(1500, 3, 2));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void layersThatSkipZerosAreExactWithInfinitiesAndNaNToo(int n) {
        for (int in : SIZES) {
            for (int out : SIZES) {
                Layer layer = new Layer(n, in, out);
                for (int i = 0; i < n * in; i++) {
                    layer.x[i] = Math.max(0, layer.x[i] - 0.8f);
                }
                assertExact(layer, sparse(layer));
                // Only x may hold them: what a zero would be multiplied by has to be finite.
                addInfinitiesAndNaN(layer.x);
                assertExact(layer, sparse(layer));
            }
        }
    }

    private void assertExact(Layer l, InputBatch batch) {
        float[] expected = Numbers.normal(l.n * l.out + 9, 4, 1);
        float[] actual = expected.clone();
        naive.dense(l.x, l.p, l.w, l.b, Activation.RELU, 1, expected, l.n, l.in, l.out);
        fast.dense(batch, l.p, l.w, l.b, Activation.RELU, 1, actual, l.n, l.in, l.out);
        assertSame(actual, expected, l, "output");

        expected = Numbers.normal(l.p.length, 5, 1);
        actual = expected.clone();
        naive.denseGradient(l.x, l.dz, expected, l.w, l.b, l.n, l.in, l.out);
        fast.denseGradient(batch, l.dz, actual, l.w, l.b, l.n, l.in, l.out);
        assertSame(actual, expected, l, "gradient in the parameters");

        assertSame(batch.values(), unsignedZeros(Arrays.copyOf(l.x, l.n * l.in)), l, "input");
    }

    private static InputBatch sparse(Layer layer) {
        InputBatch batch = new InputBatch(layer.n, layer.in);
        char[] places = new char[layer.n * layer.in];
        float[] values = new float[layer.n * layer.in];
        batch.beginSparse(places, values);
        int count = 0;
        for (int s = 0; s < layer.n; s++) {
            int first = count;
            for (int i = 0; i < layer.in; i++) {
                if (layer.x[s * layer.in + i] != 0) {
                    places[count] = (char) i;
                    values[count++] = layer.x[s * layer.in + i];
                }
            }
            batch.addSparse(first, count);
        }
        return batch;
    }

    /** A dense layer somewhere in larger arrays, whose other elements are garbage. */
    private static final class Layer {
        final int n;
        final int in;
        final int out;
        final int w;
        final int b;
        final float[] x;
        final float[] p;
        final float[] dz;

        Layer(int n, int in, int out) {
            this.n = n;
            this.in = in;
            this.out = out;
            int place = n + 3 * in + 5 * out;
            w = place % 2 == 0 ? 11 : 11 + out;
            b = place % 3 == 0 ? DenseKernels.NO_BIAS : place % 2 == 0 ? 11 + in * out : 5;
            x = Numbers.normal(n * in + 9, place, 1);
            p = Numbers.normal(in * out + out + 23, place + 1, 1);
            dz = Numbers.normal(n * out + 9, place + 2, 1);
        }
    }

    private void assertExact(Layer l) {
        float[] expected = Numbers.normal(l.n * l.out + 9, 4, 1);
        float[] actual = expected.clone();
        naive.dense(l.x, l.p, l.w, l.b, Activation.RELU, 1, expected, l.n, l.in, l.out);
        fast.dense(l.x, l.p, l.w, l.b, Activation.RELU, 1, actual, l.n, l.in, l.out);
        assertSame(actual, expected, l, "output");

        expected = Numbers.normal(l.p.length, 5, 1);
        actual = expected.clone();
        naive.denseGradient(l.x, l.dz, expected, l.w, l.b, l.n, l.in, l.out);
        fast.denseGradient(l.x, l.dz, actual, l.w, l.b, l.n, l.in, l.out);
        assertSame(actual, expected, l, "gradient in the parameters");

        expected = Numbers.normal(l.n * l.in + 9, 6, 1);
        actual = expected.clone();
        naive.denseInputGradient(l.dz, l.p, l.w, expected, l.n, l.in, l.out);
        fast.denseInputGradient(l.dz, l.p, l.w, actual, l.n, l.in, l.out);
        assertSame(actual, expected, l, "gradient in the input");
    }

    private static void assertSame(float[] actual, float[] expected, Layer l, String what) {
        // Arrays.equals is much faster than a comparison by AssertJ, which then names the difference.
        if (!Arrays.equals(actual, expected)) {
            assertThat(actual)
                    .as("%s, %d samples, %d inputs, %d units", what, l.n, l.in, l.out)
                    .containsExactly(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void activationsAreExact(Activation f) {
        for (int units : SIZES) {
            for (float slope : f.hasSlope() ? new float[] {1, 0.01f, 1.7f} : new float[] {1}) {
                int n = 5;
                float[] z = f == Activation.SOFTMAX || f == Activation.LOG_SOFTMAX
                        ? Numbers.normal(n * units + 3, units, 9)
                        : Numbers.awkward(n * units + 3, units);
                float[] da = Numbers.normal(z.length, 1, 1);
                float[] expected = Numbers.normal(z.length, 2, 1);
                float[] actual = expected.clone();
                naive.activate(f, slope, z, expected, n, units);
                fast.activate(f, slope, z, actual, n, units);
                assertThat(unsignedZeros(actual)).containsExactly(unsignedZeros(expected));

                float[] kept = keepsSums(f) ? z : expected;
                float[] expectedGradient = Numbers.normal(z.length, 3, 1);
                float[] actualGradient = expectedGradient.clone();
                naive.activationGradient(f, slope, kept, da, expectedGradient, n, units);
                fast.activationGradient(f, slope, kept, da, actualGradient, n, units);
                assertThat(unsignedZeros(actualGradient)).containsExactly(unsignedZeros(expectedGradient));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void activationsMayRunInPlace(Activation f) {
        float[] z = Numbers.normal(700, 1, 3);
        float[] a = new float[700];
        fast.activate(f, 1, z, a, 7, 100);
        float[] place = z.clone();
        fast.activate(f, 1, place, place, 7, 100);
        assertThat(place).containsExactly(a);

        float[] kept = keepsSums(f) ? z : a;
        float[] da = Numbers.normal(700, 2, 1);
        float[] dz = new float[700];
        fast.activationGradient(f, 1, kept, da, dz, 7, 100);
        fast.activationGradient(f, 1, kept, da, da, 7, 100);
        assertThat(da).containsExactly(dz);
    }

    private static boolean keepsSums(Activation f) {
        return f == Activation.GELU || f == Activation.SILU || f == Activation.SOFTPLUS;
    }

    /** −0 as 0: their signs aren't part of the contract. */
    private static float[] unsignedZeros(float[] x) {
        float[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] += 0f;
        }
        return y;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 33, 1000})
    void multiplicationLeavesTheRestAlone(int count) {
        float[] x = Numbers.normal(count + 2, 1, 1);
        float[] m = Numbers.normal(count + 2, 2, 1);
        float[] expected = Numbers.normal(count + 2, 3, 1);
        float[] actual = expected.clone();
        naive.multiply(x, m, expected, count);
        fast.multiply(x, m, actual, count);
        assertThat(actual).containsExactly(expected);
    }
}
