package dev.longhand.kernel.dense.loops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Activation;
import dev.longhand.kernel.dense.DenseKernels;
import dev.longhand.kernel.dense.DenseLayer;
import dev.longhand.kernel.dense.InputBatch;
import dev.longhand.testing.Numbers;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All {@link DenseKernels} give the bits of {@link NaiveDense}. */
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
                Case c = new Case(n, in, out);
                assertExact(c);
                for (float[] array : new float[][] {c.x, c.p, c.dz}) {
                    addInfinitiesAndNaN(array);
                }
                assertExact(c);
            }
        }
    }

    /** Adds few of them, so that most sums of a large layer stay finite. */
    private static void addInfinitiesAndNaN(float[] array) {
        array[array.length / 2] = Float.NaN;
        array[array.length / 3] = Float.POSITIVE_INFINITY;
        array[array.length / 5] = Float.NEGATIVE_INFINITY;
        array[array.length / 7] = -0f;
    }

    @Test
    void productsOfSeveralBlocksAreExact() {
        assertExact(new Case(5, 4001, 40));
        assertExact(new Case(4, 5, 2051));
        assertExact(new Case(3, 301, 1100));
        assertExact(new Case(1, 1030, 1030));
        assertExact(new Case(1500, 3, 2));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void layersThatSkipZerosAreExactWithInfinitiesAndNaNToo(int n) {
        for (int in : SIZES) {
            for (int out : SIZES) {
                Case c = new Case(n, in, out);
                for (int i = 0; i < n * in; i++) {
                    c.x[i] = Math.max(0, c.x[i] - 0.8f);
                }
                assertExact(c, sparse(c));
                // Only x may hold them: values that a skipped zero would be multiplied by have to be finite.
                addInfinitiesAndNaN(c.x);
                assertExact(c, sparse(c));
            }
        }
    }

    private void assertExact(Case c, InputBatch batch) {
        float[] expected = Numbers.normal(c.n * c.out + 9, 4, 1);
        float[] actual = expected.clone();
        naive.forward(c.layer, c.x, c.p, expected, c.n);
        fast.forward(c.layer, batch, c.p, actual, c.n);
        assertSame(actual, expected, c, "output");

        expected = Numbers.normal(c.p.length, 5, 1);
        actual = expected.clone();
        naive.gradient(c.layer, c.x, c.dz, expected, c.n);
        fast.gradient(c.layer, batch, c.dz, actual, c.n);
        assertSame(actual, expected, c, "gradient in the parameters");

        assertSame(batch.values(), unsignedZeros(Arrays.copyOf(c.x, c.n * c.in)), c, "input");
    }

    private static InputBatch sparse(Case c) {
        InputBatch batch = InputBatch.of(c.n, c.in);
        char[] positions = new char[c.n * c.in];
        float[] values = new float[c.n * c.in];
        batch.beginSparse(positions, values);
        int count = 0;
        for (int s = 0; s < c.n; s++) {
            int first = count;
            for (int i = 0; i < c.in; i++) {
                if (c.x[s * c.in + i] != 0) {
                    positions[count] = (char) i;
                    values[count++] = c.x[s * c.in + i];
                }
            }
            batch.addSparse(first, count);
        }
        return batch;
    }

    /** A dense layer whose arrays are parts of larger ones with garbage in the other elements. */
    private static final class Case {
        final int n;
        final int in;
        final int out;
        final DenseLayer layer;
        final float[] x;
        final float[] p;
        final float[] dz;

        Case(int n, int in, int out) {
            this.n = n;
            this.in = in;
            this.out = out;
            int seed = n + 3 * in + 5 * out;
            int w = seed % 2 == 0 ? 11 : 11 + out;
            DenseLayer withoutBias = DenseLayer.of(in, out).weights(w).activation(Activation.RELU);
            layer = seed % 3 == 0 ? withoutBias : withoutBias.bias(seed % 2 == 0 ? 11 + in * out : 5);
            x = Numbers.normal(n * in + 9, seed, 1);
            p = Numbers.normal(in * out + out + 23, seed + 1, 1);
            dz = Numbers.normal(n * out + 9, seed + 2, 1);
        }
    }

    private void assertExact(Case c) {
        float[] expected = Numbers.normal(c.n * c.out + 9, 4, 1);
        float[] actual = expected.clone();
        naive.forward(c.layer, c.x, c.p, expected, c.n);
        fast.forward(c.layer, c.x, c.p, actual, c.n);
        assertSame(actual, expected, c, "output");

        expected = Numbers.normal(c.p.length, 5, 1);
        actual = expected.clone();
        naive.gradient(c.layer, c.x, c.dz, expected, c.n);
        fast.gradient(c.layer, c.x, c.dz, actual, c.n);
        assertSame(actual, expected, c, "gradient in the parameters");

        expected = Numbers.normal(c.n * c.in + 9, 6, 1);
        actual = expected.clone();
        naive.inputGradient(c.layer, c.dz, c.p, expected, c.n);
        fast.inputGradient(c.layer, c.dz, c.p, actual, c.n);
        assertSame(actual, expected, c, "gradient in the input");
    }

    private static void assertSame(float[] actual, float[] expected, Case c, String what) {
        // AssertJ names the difference but is slow, so it compares only arrays that differ.
        if (!Arrays.equals(actual, expected)) {
            assertThat(actual)
                    .as("%s, %d samples, %d inputs, %d units", what, c.n, c.in, c.out)
                    .containsExactly(expected);
        }
    }

    /** Replaces −0 by 0, because the sign of 0 isn't part of the contract. */
    private static float[] unsignedZeros(float[] x) {
        float[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] += 0f;
        }
        return y;
    }
}
