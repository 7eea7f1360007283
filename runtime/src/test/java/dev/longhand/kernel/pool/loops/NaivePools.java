package dev.longhand.kernel.pool.loops;

import dev.longhand.kernel.pool.PoolKernels;
import dev.longhand.kernel.pool.Pooling;
import dev.longhand.kernel.pool.Window;
import dev.longhand.random.CountedRandom;
import java.util.Arrays;

/** {@link PoolKernels} as their contract defines them, in nested loops. */
public final class NaivePools implements PoolKernels {

    @FunctionalInterface
    private interface Read {
        /** Input pixel (row, column) is read by position (i, j) of the window for output pixel (y, x). */
        void at(int row, int column, int i, int j);
    }

    /** Visits the positions of a window that are inside the image, row by row. */
    private static void each(Window k, int height, int width, int y, int x, Read read) {
        for (int i = 0; i < k.height(); i++) {
            for (int j = 0; j < k.width(); j++) {
                int row = y * k.strideY() - k.top() + i * k.dilationY();
                int column = x * k.strideX() - k.left() + j * k.dilationX();
                if (row >= 0 && row < height && column >= 0 && column < width) {
                    read.at(row, column, i, j);
                }
            }
        }
    }

    @FunctionalInterface
    private interface Output {
        /** Element {@code to} of the output reads channel {@code from} of the first pixel of sample s. */
        void at(int s, int y, int x, int from, int to);
    }

    private static float[] sum(float start) {
        return new float[] {start};
    }

    private static void eachOutput(Pooling layer, int n, Output output) {
        for (int to = 0; to < n * PoolLoops.outputSize(layer); to++) {
            int s = to / PoolLoops.outputSize(layer);
            int pixel = to % PoolLoops.outputSize(layer) / layer.channels();
            int y = pixel / layer.outputWidth();
            output.at(s, y, pixel % layer.outputWidth(), s * PoolLoops.inputSize(layer) + to % layer.channels(), to);
        }
    }

    @Override
    public void max(Pooling layer, float[] x, float[] a, int n) {
        eachOutput(layer, n, (s, y, column, from, to) -> {
            a[to] = Float.NEGATIVE_INFINITY;
            each(layer.window(), layer.height(), layer.width(), y, column, (row, col, i, j) -> {
                a[to] = Math.max(a[to], x[from + (row * layer.width() + col) * layer.channels()]);
            });
        });
    }

    @Override
    public void maxGradient(Pooling layer, float[] x, float[] a, float[] da, float[] dx, int n) {
        Arrays.fill(dx, 0, n * PoolLoops.inputSize(layer), 0);
        eachOutput(layer, n, (s, y, column, from, to) -> {
            boolean[] found = new boolean[1];
            each(layer.window(), layer.height(), layer.width(), y, column, (row, col, i, j) -> {
                int at = from + (row * layer.width() + col) * layer.channels();
                if (!found[0] && x[at] == a[to]) {
                    dx[at] += da[to];
                    found[0] = true;
                }
            });
        });
    }

    @Override
    public void average(Pooling layer, float[] x, float[] a, int n) {
        eachOutput(layer, n, (s, y, column, from, to) -> {
            double[] sum = new double[1];
            each(layer.window(), layer.height(), layer.width(), y, column, (row, col, i, j) -> {
                sum[0] += x[from + (row * layer.width() + col) * layer.channels()];
            });
            a[to] = (float) (sum[0] / layer.window().size());
        });
    }

    @Override
    public void averageGradient(Pooling layer, float[] da, float[] dx, int n) {
        Arrays.fill(dx, 0, n * PoolLoops.inputSize(layer), 0);
        eachOutput(layer, n, (s, y, column, from, to) -> {
            each(layer.window(), layer.height(), layer.width(), y, column, (row, col, i, j) -> {
                dx[from + (row * layer.width() + col) * layer.channels()] +=
                        da[to] / layer.window().size();
            });
        });
    }

    @Override
    public void stochastic(Pooling layer, float[] x, long key, float[] a, float[] drawn, int n) {
        eachOutput(layer, n, (s, y, column, from, to) -> {
            float[] whole = sum(0);
            each(layer.window(), layer.height(), layer.width(), y, column, (row, col, i, j) -> {
                whole[0] += Math.max(0, x[from + (row * layer.width() + col) * layer.channels()]);
            });
            a[to] = whole[0];
            drawn[to] = -1;
            float[] sum = sum(0);
            float limit = CountedRandom.uniform(key, to) * whole[0];
            each(layer.window(), layer.height(), layer.width(), y, column, (row, col, i, j) -> {
                float value = x[from + (row * layer.width() + col) * layer.channels()];
                if (value > 0 && sum[0] <= limit) {
                    a[to] = value;
                    drawn[to] = i * layer.window().width() + j;
                }
                sum[0] += Math.max(0, value);
            });
        });
    }

    @Override
    public void stochasticMean(Pooling layer, float[] x, float[] a, int n) {
        eachOutput(layer, n, (s, y, column, from, to) -> {
            double[] sums = new double[2];
            each(layer.window(), layer.height(), layer.width(), y, column, (row, col, i, j) -> {
                float value = Math.max(0, x[from + (row * layer.width() + col) * layer.channels()]);
                sums[0] += value;
                sums[1] += value * value;
            });
            a[to] = sums[0] == 0 ? 0 : (float) (sums[1] / sums[0]);
        });
    }

    @Override
    public void stochasticGradient(Pooling layer, float[] drawn, float[] da, float[] dx, int n) {
        Arrays.fill(dx, 0, n * PoolLoops.inputSize(layer), 0);
        eachOutput(layer, n, (s, y, column, from, to) -> {
            each(layer.window(), layer.height(), layer.width(), y, column, (row, col, i, j) -> {
                if (drawn[to] == i * layer.window().width() + j) {
                    dx[from + (row * layer.width() + col) * layer.channels()] += da[to];
                }
            });
        });
    }
}
