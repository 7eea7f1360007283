package dev.longhand.kernel.convolution.loops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Activation;
import dev.longhand.kernel.Kernels;
import dev.longhand.kernel.convolution.ConvolutionKernels;
import dev.longhand.kernel.pool.Window;
import dev.longhand.testing.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All {@link ConvolutionKernels} give the bits of {@link NaiveConvolutions}. */
abstract class ConvolutionsContract {

    private final ConvolutionKernels naive = new NaiveConvolutions();
    private final ConvolutionKernels fast;

    ConvolutionsContract(ConvolutionKernels fast) {
        this.fast = fast;
    }

    /** Shapes that run every loop: channels and filters narrower, wider and as wide as vectors and tiles. */
    static List<IndexedConvolution> convolutions() {
        List<IndexedConvolution> shapes = new ArrayList<>();
        Window three = Window.of(3, 3);
        for (int filters : new int[] {1, 2, 3, 7, 8, 13, 16, 17, 31, 32, 33, 48, 64, 100}) {
            shapes.add(IndexedConvolution.of(5, 6, 1, filters, three));
            shapes.add(IndexedConvolution.of(7, 6, 3, filters, three.padding(1, 1, 1, 1)));
            shapes.add(IndexedConvolution.of(9, 8, 16, filters, three.padding(1, 1, 1, 1)));
        }
        for (int channels : new int[] {4, 5, 8, 11, 20, 31}) {
            shapes.add(IndexedConvolution.of(6, 7, channels, 9, Window.of(2, 3).padding(0, 1, 2, 3)));
            shapes.add(IndexedConvolution.of(
                    11, 9, channels, 20, three.stride(2, 3).padding(0, 0, 1, 1)));
            shapes.add(IndexedConvolution.of(11, 12, channels, 16, three.dilation(2, 3)));
            shapes.add(IndexedConvolution.of(
                    11, 12, channels, 5, Window.of(4, 1).dilation(3, 2).stride(2, 2)));
        }
        shapes.add(IndexedConvolution.of(11, 9, 12, 10, three.dilation(2, 1).padding(1, 0, 1, 2)));
        shapes.add(IndexedConvolution.of(8, 7, 8, 33, three.padding(1, 1, 1, 1)));
        shapes.add(IndexedConvolution.of(5, 4, 8, 16, three.padding(3, 4, 1, 0).dilation(2, 1)));
        shapes.add(IndexedConvolution.of(28, 28, 1, 16, three.padding(1, 1, 1, 1)));
        shapes.add(IndexedConvolution.of(14, 14, 16, 32, three.padding(1, 1, 1, 1)));
        shapes.add(IndexedConvolution.of(
                4, 4, 3, 6, Window.of(1, 1).padding(2, 1, 0, 3).stride(2, 2)));
        shapes.add(IndexedConvolution.of(6, 6, 6, 4, three.padding(1, 1, 1, 1)).groups(2));
        shapes.add(
                IndexedConvolution.of(8, 8, 24, 48, three.padding(1, 1, 1, 1)).groups(3));
        shapes.add(
                IndexedConvolution.of(8, 8, 20, 20, three.padding(1, 1, 1, 1)).groups(20));
        shapes.add(IndexedConvolution.of(8, 9, 4, 8, three.stride(2, 2).dilation(2, 1))
                .groups(4));
        shapes.add(IndexedConvolution.of(1, 1, 1, 1, Window.of(1, 1)));
        return shapes;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void convolutionsAreExact(int n) {
        for (IndexedConvolution c : convolutions()) {
            Case l = new Case(c.activation(Activation.TANH, 1), n);
            float[] expected = Numbers.normal(n * l.c.outputSize() + 9, 4, 1);
            float[] actual = expected.clone();
            naive.forward(l.layer, l.x, l.p, expected, n);
            fast.forward(l.layer, l.x, l.p, actual, n);
            assertSame(actual, expected, l, "output");

            expected = Numbers.normal(l.p.length, 5, 1);
            actual = expected.clone();
            naive.gradient(l.layer, l.x, l.dz, expected, n);
            fast.gradient(l.layer, l.x, l.dz, actual, n);
            assertSame(actual, expected, l, "gradient in the parameters");

            expected = Numbers.normal(l.x.length, 6, 1);
            actual = expected.clone();
            naive.inputGradient(l.layer, l.dz, l.p, expected, n);
            fast.inputGradient(l.layer, l.dz, l.p, actual, n);
            assertSame(actual, expected, l, "gradient in the input");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void convolutionsWithPoolingAreExact(int n) {
        for (IndexedConvolution c : convolutions()) {
            for (int pool = 1; pool <= Math.min(3, Math.min(c.shape.outputHeight(), c.shape.outputWidth())); pool++) {
                assertExact(c.activation(Activation.RELU, 1), pool, pool, n);
                assertExact(c.activation(Activation.SIGMOID, 1), pool, 1, n);
            }
        }
    }

    private void assertExact(IndexedConvolution convolution, int poolHeight, int poolWidth, int n) {
        Case l = new Case(convolution, n);
        IndexedPooledConvolution layer = IndexedPooledConvolution.of(l.layer, poolHeight, poolWidth);
        float[] expected = Numbers.normal(n * layer.shape.outputSize() + 9, 4, 1);
        float[] actual = expected.clone();
        float[] argmax = expected.clone();
        float[] actualArgmax = expected.clone();
        naive.forward(layer, l.x, l.p, expected, argmax, n);
        fast.forward(layer, l.x, l.p, actual, actualArgmax, n);
        assertSame(actual, expected, l, "maxima");
        for (int i = 0; i < n * layer.shape.outputSize(); i++) {
            // Where the maximum is 0 after RELU its gradient is 0, so the argmax may be any pixel.
            argmax[i] = convolution.activation == Activation.RELU && expected[i] == 0 ? actualArgmax[i] : argmax[i];
        }
        assertSame(actualArgmax, argmax, l, "argmax");

        float[] dz = Arrays.copyOf(l.dz, n * layer.shape.outputSize() + 9);
        for (int i = 0; i < n * layer.shape.outputSize(); i++) {
            dz[i] = expected[i] > 0.2f ? dz[i] : 0;
        }
        expected = Numbers.normal(l.p.length, 5, 1);
        actual = expected.clone();
        naive.gradient(layer, l.x, argmax, dz, expected, n);
        fast.gradient(layer, l.x, argmax, dz, actual, n);
        assertSame(actual, expected, l, "gradient in the parameters at the argmax");

        expected = Numbers.normal(l.x.length, 6, 1);
        actual = expected.clone();
        naive.inputGradient(layer, argmax, dz, l.p, expected, n);
        fast.inputGradient(layer, argmax, dz, l.p, actual, n);
        assertSame(actual, expected, l, "gradient in the input from the argmax");
    }

    /** A convolution whose arrays are parts of larger ones with garbage in the other elements. */
    private static final class Case {
        final ConvolutionShape c;
        final IndexedConvolution layer;
        final int n;
        final float[] x;
        final float[] p;
        final float[] dz;

        Case(IndexedConvolution convolution, int n) {
            c = convolution.shape;
            this.n = n;
            int seed = n + c.height + 3 * c.channels + 5 * c.filters;
            int weights = c.taps.length * c.filters;
            layer = convolution
                    .weights(seed % 2 == 0 ? 11 : 11 + c.filters)
                    .bias(seed % 3 == 0 ? Kernels.NO_BIAS : seed % 2 == 0 ? 11 + weights : 5);
            x = Numbers.normal(n * c.inputSize() + 9, seed, 1);
            p = Numbers.normal(weights + c.filters + 23, seed + 1, 0.3);
            dz = Numbers.normal(n * c.outputSize() + 9, seed + 2, 1);
        }
    }

    private static void assertSame(float[] actual, float[] expected, Case l, String what) {
        assertSame(
                actual,
                expected,
                "%s of %d images %d×%d×%d, %d filters in %d groups, %s"
                        .formatted(
                                what, l.n, l.c.height, l.c.width, l.c.channels, l.c.filters, l.c.groups, l.c.window));
    }

    private static void assertSame(float[] actual, float[] expected, String what) {
        float[] unsigned = unsignedZeros(actual);
        float[] wanted = unsignedZeros(expected);
        if (!Arrays.equals(unsigned, wanted)) {
            assertThat(unsigned).as(what).containsExactly(wanted);
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

    @ParameterizedTest
    @ValueSource(ints = {1, 16})
    void poolsAfterConvolutionKeepTheSignOf0AndPropagateNaN(int filters) {
        float[] numbers = {-0f, 0f, 1, 2, Float.NaN};
        float[] p = new float[2 * filters];
        Arrays.fill(p, 0, filters, 1);
        Arrays.fill(p, filters, 2 * filters, -0f);
        for (int poolWidth : new int[] {2, 3}) {
            int size = 2 * poolWidth;
            int pools = numbers.length * numbers.length * size * size;
            IndexedConvolution one = IndexedConvolution.of(2, pools * poolWidth, 1, filters, Window.of(1, 1))
                    .bias(filters);
            IndexedPooledConvolution layer = IndexedPooledConvolution.of(one, 2, poolWidth);
            // Two numbers at each pair of positions of a pool, −0 at the others.
            float[] x = new float[one.shape.inputSize()];
            Arrays.fill(x, -0f);
            float[] expected = new float[layer.shape.outputSize()];
            for (int pool = 0; pool < pools; pool++) {
                int pair = pool / (size * size);
                float first = numbers[pair / numbers.length];
                float second = numbers[pair % numbers.length];
                int from = pool * poolWidth;
                put(x, from, pools, poolWidth, pool % size, first);
                put(x, from, pools, poolWidth, pool / size % size, second);
                float max = -0f;
                for (int i = 0; i < size; i++) {
                    max = Math.max(max, x[i / poolWidth * pools * poolWidth + from + i % poolWidth]);
                }
                Arrays.fill(expected, pool * filters, (pool + 1) * filters, max);
            }
            float[] a = new float[layer.shape.outputSize()];
            fast.forward(layer, x, p, a, new float[a.length], 1);
            assertThat(bits(a)).containsExactly(bits(expected));
        }
    }

    private static void put(float[] x, int from, int pools, int poolWidth, int position, float value) {
        x[position / poolWidth * pools * poolWidth + from + position % poolWidth] = value;
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToIntBits(values[i]);
        }
        return bits;
    }
}
