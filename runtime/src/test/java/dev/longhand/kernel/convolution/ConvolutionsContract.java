package dev.longhand.kernel.convolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.Activation;
import dev.longhand.kernel.dense.DenseKernels;
import dev.longhand.kernel.pool.Pooling;
import dev.longhand.kernel.pool.Window;
import dev.longhand.testing.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all {@link ConvolutionKernels} have in common with {@link NaiveConvolutions}: every bit. */
abstract class ConvolutionsContract {

    private final ConvolutionKernels naive = new NaiveConvolutions();
    private final ConvolutionKernels fast;

    ConvolutionsContract(ConvolutionKernels fast) {
        this.fast = fast;
    }

    /** Every way through the loops: channels and filters narrower, wider and as wide as vectors and tiles. */
    static List<Convolution> convolutions() {
        List<Convolution> shapes = new ArrayList<>();
        Window three = Window.of(3, 3);
        for (int filters : new int[] {1, 2, 3, 7, 8, 13, 16, 17, 31, 32, 33, 48, 64, 100}) {
            shapes.add(Convolution.of(5, 6, 1, filters, three));
            shapes.add(Convolution.of(7, 6, 3, filters, three.padding(1, 1, 1, 1)));
            shapes.add(Convolution.of(9, 8, 16, filters, three.padding(1, 1, 1, 1)));
        }
        for (int channels : new int[] {4, 5, 8, 11, 20, 31}) {
            shapes.add(Convolution.of(6, 7, channels, 9, Window.of(2, 3).padding(0, 1, 2, 3)));
            shapes.add(Convolution.of(11, 9, channels, 20, three.stride(2, 3).padding(0, 0, 1, 1)));
            shapes.add(Convolution.of(11, 12, channels, 16, three.dilation(2, 3)));
            shapes.add(Convolution.of(
                    11, 12, channels, 5, Window.of(4, 1).dilation(3, 2).stride(2, 2)));
        }
        shapes.add(Convolution.of(11, 9, 12, 10, three.dilation(2, 1).padding(1, 0, 1, 2)));
        shapes.add(Convolution.of(28, 28, 1, 16, three.padding(1, 1, 1, 1)));
        shapes.add(Convolution.of(14, 14, 16, 32, three.padding(1, 1, 1, 1)));
        shapes.add(
                Convolution.of(4, 4, 3, 6, Window.of(1, 1).padding(2, 1, 0, 3).stride(2, 2)));
        shapes.add(Convolution.of(6, 6, 6, 4, three.padding(1, 1, 1, 1)).groups(2));
        shapes.add(Convolution.of(8, 8, 24, 48, three.padding(1, 1, 1, 1)).groups(3));
        shapes.add(Convolution.of(8, 8, 20, 20, three.padding(1, 1, 1, 1)).groups(20));
        shapes.add(Convolution.of(8, 9, 4, 8, three.stride(2, 2).dilation(2, 1)).groups(4));
        shapes.add(Convolution.of(1, 1, 1, 1, Window.of(1, 1)));
        return shapes;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void convolutionsAreExact(int n) {
        for (Convolution c : convolutions()) {
            Case l = new Case(c, n);
            float[] expected = Numbers.normal(n * c.outputSize() + 9, 4, 1);
            float[] actual = expected.clone();
            naive.convolution(c, l.x, l.p, l.w, l.b, Activation.TANH, 1, expected, n);
            fast.convolution(c, l.x, l.p, l.w, l.b, Activation.TANH, 1, actual, n);
            assertSame(actual, expected, l, "output");

            expected = Numbers.normal(l.p.length, 5, 1);
            actual = expected.clone();
            naive.convolutionGradient(c, l.x, l.dz, expected, l.w, l.b, n);
            fast.convolutionGradient(c, l.x, l.dz, actual, l.w, l.b, n);
            assertSame(actual, expected, l, "gradient in the parameters");

            expected = Numbers.normal(l.x.length, 6, 1);
            actual = expected.clone();
            naive.convolutionInputGradient(c, l.dz, l.p, l.w, expected, n);
            fast.convolutionInputGradient(c, l.dz, l.p, l.w, actual, n);
            assertSame(actual, expected, l, "gradient in the input");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void convolutionsWithPoolingAreExact(int n) {
        for (Convolution c : convolutions()) {
            for (int pool = 1; pool <= Math.min(3, Math.min(c.outputHeight(), c.outputWidth())); pool++) {
                assertExact(PooledConvolution.of(c, pool, pool), Activation.RELU, n);
                assertExact(PooledConvolution.of(c, pool, 1), Activation.SIGMOID, n);
            }
        }
    }

    private void assertExact(PooledConvolution c, Activation f, int n) {
        Case l = new Case(c.convolution, n);
        float[] expected = Numbers.normal(n * c.outputSize() + 9, 4, 1);
        float[] actual = expected.clone();
        float[] winners = expected.clone();
        float[] actualWinners = expected.clone();
        naive.convolutionMaxPool(c, l.x, l.p, l.w, l.b, f, 1, expected, winners, n);
        fast.convolutionMaxPool(c, l.x, l.p, l.w, l.b, f, 1, actual, actualWinners, n);
        assertSame(actual, expected, l, "maxima");
        for (int i = 0; i < n * c.outputSize(); i++) {
            // A maximum of 0 that RELU has made has no gradient, whoever is said to have won.
            winners[i] = f == Activation.RELU && expected[i] == 0 ? actualWinners[i] : winners[i];
        }
        assertSame(actualWinners, winners, l, "winners");

        float[] dz = Arrays.copyOf(l.dz, n * c.outputSize() + 9);
        for (int i = 0; i < n * c.outputSize(); i++) {
            dz[i] = expected[i] > 0.2f ? dz[i] : 0;
        }
        expected = Numbers.normal(l.p.length, 5, 1);
        actual = expected.clone();
        naive.convolutionMaxPoolGradient(c, l.x, winners, dz, expected, l.w, l.b, n);
        fast.convolutionMaxPoolGradient(c, l.x, winners, dz, actual, l.w, l.b, n);
        assertSame(actual, expected, l, "gradient in the parameters at the winners");

        expected = Numbers.normal(l.x.length, 6, 1);
        actual = expected.clone();
        naive.convolutionMaxPoolInputGradient(c, winners, dz, l.p, l.w, expected, n);
        fast.convolutionMaxPoolInputGradient(c, winners, dz, l.p, l.w, actual, n);
        assertSame(actual, expected, l, "gradient in the input from the winners");
    }

    /** A convolution somewhere in larger arrays, whose other elements are garbage. */
    private static final class Case {
        final Convolution c;
        final int n;
        final int w;
        final int b;
        final float[] x;
        final float[] p;
        final float[] dz;

        Case(Convolution c, int n) {
            this.c = c;
            this.n = n;
            int place = n + c.height + 3 * c.channels + 5 * c.filters;
            int weights = c.taps.length * c.filters;
            w = place % 2 == 0 ? 11 : 11 + c.filters;
            b = place % 3 == 0 ? DenseKernels.NO_BIAS : place % 2 == 0 ? 11 + weights : 5;
            x = Numbers.normal(n * c.inputSize() + 9, place, 1);
            p = Numbers.normal(weights + c.filters + 23, place + 1, 0.3);
            dz = Numbers.normal(n * c.outputSize() + 9, place + 2, 1);
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

    /** −0 as 0: their signs aren't part of the contract. */
    private static float[] unsignedZeros(float[] x) {
        float[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] += 0f;
        }
        return y;
    }

    static List<Pooling> poolings() {
        List<Pooling> shapes = new ArrayList<>();
        Window two = Window.of(2, 2);
        for (int channels : new int[] {1, 3, 16, 33}) {
            shapes.add(new Pooling(6, 8, channels, two.stride(2, 2)));
            shapes.add(new Pooling(7, 5, channels, two.stride(2, 2)));
            shapes.add(new Pooling(7, 6, channels, Window.of(3, 2).stride(2, 1).padding(1, 1, 1, 0)));
            shapes.add(new Pooling(4, 5, channels, Window.of(4, 5)));
            shapes.add(new Pooling(9, 9, channels, Window.of(3, 3).dilation(2, 3)));
        }
        return shapes;
    }

    /** Few different numbers, half of them below 0: many ties, and windows in which all count as 0. */
    private static float[] ties(int count, long key) {
        float[] x = Numbers.normal(count, key, 1);
        for (int i = 0; i < count; i++) {
            x[i] = Math.round(2 * x[i]) / 2f;
        }
        return x;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 40})
    void poolingsAreExact(int n) {
        for (Pooling c : poolings()) {
            String what = n + " images, " + c;
            float[] x = ties(n * c.inputSize() + 5, 1);
            float[] da = Numbers.normal(n * c.outputSize() + 5, 2, 1);
            float[] a = Numbers.normal(n * c.outputSize() + 5, 3, 1);
            float[] b = a.clone();
            float[] dx = Numbers.normal(n * c.inputSize() + 5, 4, 1);
            float[] dy = dx.clone();
            naive.maxPool(c, x, a, n);
            fast.maxPool(c, x, b, n);
            assertSame(b, a, what);
            naive.maxPoolGradient(c, x, a, da, dx, n);
            fast.maxPoolGradient(c, x, a, da, dy, n);
            assertSame(dy, dx, what);
            naive.averagePool(c, x, a, n);
            fast.averagePool(c, x, b, n);
            assertSame(b, a, what);
            naive.averagePoolGradient(c, da, dx, n);
            fast.averagePoolGradient(c, da, dy, n);
            assertSame(dy, dx, what);
            naive.stochasticPoolMean(c, x, a, n);
            fast.stochasticPoolMean(c, x, b, n);
            assertSame(b, a, what);
            float[] winners = a.clone();
            float[] others = a.clone();
            naive.stochasticPool(c, x, 7, a, winners, n);
            fast.stochasticPool(c, x, 7, b, others, n);
            assertSame(b, a, what);
            assertSame(others, winners, what);
            naive.stochasticPoolGradient(c, winners, da, dx, n);
            fast.stochasticPoolGradient(c, winners, da, dy, n);
            assertSame(dy, dx, what);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16})
    void poolsAfterConvolutionKeepTheSignOf0AndPassNaNOn(int filters) {
        float[] numbers = {-0f, 0f, 1, 2, Float.NaN};
        float[] p = new float[2 * filters];
        Arrays.fill(p, 0, filters, 1);
        Arrays.fill(p, filters, 2 * filters, -0f);
        for (int poolWidth : new int[] {2, 3}) {
            int size = 2 * poolWidth;
            int pools = numbers.length * numbers.length * size * size;
            Convolution one = Convolution.of(2, pools * poolWidth, 1, filters, Window.of(1, 1));
            PooledConvolution c = PooledConvolution.of(one, 2, poolWidth);
            // Two numbers at every two places of a pool, the others −0.
            float[] x = new float[one.inputSize()];
            Arrays.fill(x, -0f);
            float[] expected = new float[c.outputSize()];
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
            float[] a = new float[c.outputSize()];
            fast.convolutionMaxPool(c, x, p, 0, filters, Activation.IDENTITY, a, new float[a.length], 1);
            assertThat(bits(a)).containsExactly(bits(expected));
        }
    }

    private static void put(float[] x, int from, int pools, int poolWidth, int place, float value) {
        x[place / poolWidth * pools * poolWidth + from + place % poolWidth] = value;
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToIntBits(values[i]);
        }
        return bits;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void poolingPassesNaNOn(int place) {
        Pooling c = new Pooling(2, 2, 1, Window.of(2, 2));
        float[] x = {1, 3, 2, 3};
        x[place] = Float.NaN;
        float[] a = new float[1];
        fast.maxPool(c, x, a, 1);
        assertThat(a[0]).isNaN();
        fast.averagePool(c, x, a, 1);
        assertThat(a[0]).isNaN();
        fast.stochasticPoolMean(c, x, a, 1);
        assertThat(a[0]).isNaN();
        float[] winners = new float[1];
        fast.stochasticPool(c, x, 7, a, winners, 1);
        assertThat(a[0]).isNaN();
        assertThat(winners[0]).isEqualTo(-1);
    }

    @Test
    void stochasticPoolingDrawsEachPositionAsOftenAsItsShare() {
        Pooling c = new Pooling(2, 2, 1, Window.of(2, 2));
        float[] x = {1, -4, 2, 5};
        int n = 40_000;
        float[] images = new float[n * 4];
        for (int i = 0; i < images.length; i++) {
            images[i] = x[i % 4];
        }
        float[] a = new float[n];
        float[] winners = new float[n];
        fast.stochasticPool(c, images, 3, a, winners, n);
        int[] counts = new int[4];
        for (int s = 0; s < n; s++) {
            counts[(int) winners[s]]++;
            assertThat(a[s]).isEqualTo(x[(int) winners[s]]);
        }
        assertThat(counts[0]).isBetween(4_700, 5_300);
        assertThat(counts[1]).isZero();
        assertThat(counts[2]).isBetween(9_600, 10_400);
        assertThat(counts[3]).isBetween(24_500, 25_500);
    }
}
