package dev.longhand.kernel.pool.loops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhand.kernel.pool.PoolKernels;
import dev.longhand.kernel.pool.Pooling;
import dev.longhand.kernel.pool.Window;
import dev.longhand.kernel.team.Team;
import dev.longhand.testing.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link ParallelPools} give the bits of {@link NaivePools}. */
abstract class PoolsContract {

    private final PoolKernels naive = new NaivePools();
    private final Team team;
    private final PoolKernels fast;

    PoolsContract(int threads) {
        team = new Team(threads);
        fast = new ParallelPools(team);
    }

    @AfterEach
    void end() {
        team.close();
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
            float[] x = ties(n * PoolLoops.inputSize(c) + 5, 1);
            float[] da = Numbers.normal(n * PoolLoops.outputSize(c) + 5, 2, 1);
            float[] a = Numbers.normal(n * PoolLoops.outputSize(c) + 5, 3, 1);
            float[] b = a.clone();
            float[] dx = Numbers.normal(n * PoolLoops.inputSize(c) + 5, 4, 1);
            float[] dy = dx.clone();
            naive.max(c, x, a, n);
            fast.max(c, x, b, n);
            assertSame(b, a, what);
            naive.maxGradient(c, x, a, da, dx, n);
            fast.maxGradient(c, x, a, da, dy, n);
            assertSame(dy, dx, what);
            naive.average(c, x, a, n);
            fast.average(c, x, b, n);
            assertSame(b, a, what);
            naive.averageGradient(c, da, dx, n);
            fast.averageGradient(c, da, dy, n);
            assertSame(dy, dx, what);
            naive.stochasticMean(c, x, a, n);
            fast.stochasticMean(c, x, b, n);
            assertSame(b, a, what);
            float[] drawn = a.clone();
            float[] others = a.clone();
            naive.stochastic(c, x, 7, a, drawn, n);
            fast.stochastic(c, x, 7, b, others, n);
            assertSame(b, a, what);
            assertSame(others, drawn, what);
            naive.stochasticGradient(c, drawn, da, dx, n);
            fast.stochasticGradient(c, drawn, da, dy, n);
            assertSame(dy, dx, what);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void poolingPropagatesNaN(int position) {
        Pooling layer = new Pooling(2, 2, 1, Window.of(2, 2));
        float[] x = {1, 3, 2, 3};
        x[position] = Float.NaN;
        float[] a = new float[1];
        fast.max(layer, x, a, 1);
        assertThat(a[0]).isNaN();
        fast.average(layer, x, a, 1);
        assertThat(a[0]).isNaN();
        fast.stochasticMean(layer, x, a, 1);
        assertThat(a[0]).isNaN();
        float[] drawn = new float[1];
        fast.stochastic(layer, x, 7, a, drawn, 1);
        assertThat(a[0]).isNaN();
        assertThat(drawn[0]).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void theGradientOfAMaximumGoesToTheFirstNaN(int position) {
        Pooling layer = new Pooling(2, 2, 1, Window.of(2, 2));
        float[] x = {1, 3, 2, Float.NaN};
        x[position] = Float.NaN;
        float[] a = new float[1];
        float[] dx = new float[4];
        fast.max(layer, x, a, 1);
        fast.maxGradient(layer, x, a, new float[] {5}, dx, 1);
        float[] expected = new float[4];
        expected[position] = 5;
        assertThat(dx).containsExactly(expected);
    }

    @Test
    void stochasticPoolingDrawsPositionsInProportionToTheirValues() {
        Pooling layer = new Pooling(2, 2, 1, Window.of(2, 2));
        float[] x = {1, -4, 2, 5};
        int n = 40_000;
        float[] images = new float[n * 4];
        for (int i = 0; i < images.length; i++) {
            images[i] = x[i % 4];
        }
        float[] a = new float[n];
        float[] drawn = new float[n];
        fast.stochastic(layer, images, 3, a, drawn, n);
        int[] counts = new int[4];
        for (int s = 0; s < n; s++) {
            counts[(int) drawn[s]]++;
            assertThat(a[s]).isEqualTo(x[(int) drawn[s]]);
        }
        assertThat(counts[0]).isBetween(4_700, 5_300);
        assertThat(counts[1]).isZero();
        assertThat(counts[2]).isBetween(9_600, 10_400);
        assertThat(counts[3]).isBetween(24_500, 25_500);
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
}
