package dev.longhand.kernel.convolution;

import dev.longhand.Activation;
import dev.longhand.kernel.function.NaiveFunctions;
import dev.longhand.kernel.pool.Pooling;
import dev.longhand.kernel.pool.Window;
import dev.longhand.random.CountedRandom;
import java.util.Arrays;

/** The contract of {@link ConvolutionKernels} word by word: one loop inside another, one chain a sum. */
final class NaiveConvolutions implements ConvolutionKernels {

    private final NaiveFunctions naive = new NaiveFunctions();

    @FunctionalInterface
    private interface Read {
        /** Input pixel (row, column) is read by position (i, j) of the window for output pixel (y, x). */
        void at(int row, int column, int i, int j);
    }

    /** The positions of a window that lie in the image, row by row. */
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

    private static int weight(Convolution c, int i, int j, int channel, int f) {
        return ((i * c.window.width() + j) * c.groupChannels() + channel) * c.filters + f;
    }

    private static int firstChannel(Convolution c, int f) {
        return f / c.groupFilters() * c.groupChannels();
    }

    private static float[] sum(float start) {
        return new float[] {start};
    }

    @Override
    public void convolution(
            Convolution c, float[] x, float[] p, int w, int b, Activation f, float slope, float[] a, int n) {
        for (int s = 0; s < n; s++) {
            for (int i = 0; i < c.outputSize(); i++) {
                int filter = i % c.filters;
                int pixel = i / c.filters;
                float[] z = sum(b == NO_BIAS ? 0 : p[b + filter]);
                int image = s * c.inputSize() + firstChannel(c, filter);
                each(
                        c.window,
                        c.height,
                        c.width,
                        pixel / c.outputWidth(),
                        pixel % c.outputWidth(),
                        (row, column, ky, kx) -> {
                            for (int channel = 0; channel < c.groupChannels(); channel++) {
                                float value = x[image + (row * c.width + column) * c.channels + channel];
                                z[0] = Math.fma(value, p[w + weight(c, ky, kx, channel, filter)], z[0]);
                            }
                        });
                a[s * c.outputSize() + i] = z[0];
            }
        }
        naive.activate(f, slope, a, a, n, c.outputSize());
    }

    @Override
    public void convolutionGradient(Convolution c, float[] x, float[] dz, float[] g, int w, int b, int n) {
        Arrays.fill(g, w, w + c.taps.length * c.filters, 0);
        if (b != NO_BIAS) {
            Arrays.fill(g, b, b + c.filters, 0);
        }
        for (int s = 0; s < n; s++) {
            for (int i = 0; i < c.outputSize(); i++) {
                addGradient(c, x, s, i / c.filters, i % c.filters, dz[s * c.outputSize() + i], g, w, b);
            }
        }
    }

    private static void addGradient(
            Convolution c, float[] x, int s, int pixel, int filter, float dz, float[] g, int w, int b) {
        int image = s * c.inputSize() + firstChannel(c, filter);
        each(c.window, c.height, c.width, pixel / c.outputWidth(), pixel % c.outputWidth(), (row, column, ky, kx) -> {
            for (int channel = 0; channel < c.groupChannels(); channel++) {
                int k = w + weight(c, ky, kx, channel, filter);
                g[k] = Math.fma(x[image + (row * c.width + column) * c.channels + channel], dz, g[k]);
            }
        });
        if (b != NO_BIAS) {
            g[b + filter] += dz;
        }
    }

    @Override
    public void convolutionInputGradient(Convolution c, float[] dz, float[] p, int w, float[] dx, int n) {
        Arrays.fill(dx, 0, n * c.inputSize(), 0);
        for (int s = 0; s < n; s++) {
            for (int i = 0; i < c.outputSize(); i++) {
                addInputGradient(c, s, i / c.filters, i % c.filters, dz[s * c.outputSize() + i], p, w, dx);
            }
        }
    }

    private static void addInputGradient(
            Convolution c, int s, int pixel, int filter, float dz, float[] p, int w, float[] dx) {
        int image = s * c.inputSize() + firstChannel(c, filter);
        each(c.window, c.height, c.width, pixel / c.outputWidth(), pixel % c.outputWidth(), (row, column, ky, kx) -> {
            for (int channel = 0; channel < c.groupChannels(); channel++) {
                int at = image + (row * c.width + column) * c.channels + channel;
                dx[at] = Math.fma(dz, p[w + weight(c, ky, kx, channel, filter)], dx[at]);
            }
        });
    }

    /** The pixel of the convolution that is this one of a pool. */
    private static int pixel(PooledConvolution c, int pool, int position) {
        int columns = c.convolution.outputWidth();
        int across = columns / c.poolWidth;
        int y = pool / across * c.poolHeight + position / c.poolWidth;
        return y * columns + pool % across * c.poolWidth + position % c.poolWidth;
    }

    @Override
    public void convolutionMaxPool(
            PooledConvolution c,
            float[] x,
            float[] p,
            int w,
            int b,
            Activation f,
            float slope,
            float[] a,
            float[] winners,
            int n) {
        Convolution inner = c.convolution;
        float[] before = new float[n * inner.outputSize()];
        convolution(inner, x, p, w, b, f, slope, before, n);
        for (int i = 0; i < n * c.outputSize(); i++) {
            int s = i / c.outputSize();
            int pool = i % c.outputSize() / inner.filters;
            for (int position = 0; position < c.poolSize(); position++) {
                float value =
                        before[s * inner.outputSize() + pixel(c, pool, position) * inner.filters + i % inner.filters];
                winners[i] = position == 0 ? 0 : value > a[i] ? position : winners[i];
                a[i] = position == 0 ? value : Math.max(a[i], value);
            }
        }
    }

    @Override
    public void convolutionMaxPoolGradient(
            PooledConvolution c, float[] x, float[] winners, float[] dz, float[] g, int w, int b, int n) {
        Convolution inner = c.convolution;
        Arrays.fill(g, w, w + inner.taps.length * inner.filters, 0);
        if (b != NO_BIAS) {
            Arrays.fill(g, b, b + inner.filters, 0);
        }
        for (int i = 0; i < n * c.outputSize(); i++) {
            int pixel = pixel(c, i % c.outputSize() / inner.filters, (int) winners[i]);
            addGradient(inner, x, i / c.outputSize(), pixel, i % inner.filters, dz[i], g, w, b);
        }
    }

    @Override
    public void convolutionMaxPoolInputGradient(
            PooledConvolution c, float[] winners, float[] dz, float[] p, int w, float[] dx, int n) {
        Convolution inner = c.convolution;
        Arrays.fill(dx, 0, n * inner.inputSize(), 0);
        for (int s = 0; s < n; s++) {
            for (int filter = 0; filter < inner.filters; filter++) {
                for (int pool = 0; pool < c.pools(); pool++) {
                    int i = s * c.outputSize() + pool * inner.filters + filter;
                    addInputGradient(inner, s, pixel(c, pool, (int) winners[i]), filter, dz[i], p, w, dx);
                }
            }
        }
    }

    @FunctionalInterface
    private interface Place {
        /** Element {@code to} of the output reads channel {@code from} of the first pixel of sample s. */
        void at(int s, int y, int x, int from, int to);
    }

    private static void eachOutput(Pooling c, int n, Place place) {
        for (int to = 0; to < n * c.outputSize(); to++) {
            int s = to / c.outputSize();
            int pixel = to % c.outputSize() / c.channels();
            int y = pixel / c.outputWidth();
            place.at(s, y, pixel % c.outputWidth(), s * c.inputSize() + to % c.channels(), to);
        }
    }

    @Override
    public void maxPool(Pooling c, float[] x, float[] a, int n) {
        eachOutput(c, n, (s, y, column, from, to) -> {
            a[to] = Float.NEGATIVE_INFINITY;
            each(c.window(), c.height(), c.width(), y, column, (row, col, i, j) -> {
                a[to] = Math.max(a[to], x[from + (row * c.width() + col) * c.channels()]);
            });
        });
    }

    @Override
    public void maxPoolGradient(Pooling c, float[] x, float[] a, float[] da, float[] dx, int n) {
        Arrays.fill(dx, 0, n * c.inputSize(), 0);
        eachOutput(c, n, (s, y, column, from, to) -> {
            boolean[] found = new boolean[1];
            each(c.window(), c.height(), c.width(), y, column, (row, col, i, j) -> {
                int at = from + (row * c.width() + col) * c.channels();
                if (!found[0] && x[at] == a[to]) {
                    dx[at] += da[to];
                    found[0] = true;
                }
            });
        });
    }

    @Override
    public void averagePool(Pooling c, float[] x, float[] a, int n) {
        eachOutput(c, n, (s, y, column, from, to) -> {
            float[] sum = sum(0);
            each(c.window(), c.height(), c.width(), y, column, (row, col, i, j) -> {
                sum[0] += x[from + (row * c.width() + col) * c.channels()];
            });
            a[to] = sum[0] / c.window().size();
        });
    }

    @Override
    public void averagePoolGradient(Pooling c, float[] da, float[] dx, int n) {
        Arrays.fill(dx, 0, n * c.inputSize(), 0);
        eachOutput(c, n, (s, y, column, from, to) -> {
            each(c.window(), c.height(), c.width(), y, column, (row, col, i, j) -> {
                dx[from + (row * c.width() + col) * c.channels()] +=
                        da[to] / c.window().size();
            });
        });
    }

    @Override
    public void stochasticPool(Pooling c, float[] x, long key, float[] a, float[] winners, int n) {
        eachOutput(c, n, (s, y, column, from, to) -> {
            float[] whole = sum(0);
            each(c.window(), c.height(), c.width(), y, column, (row, col, i, j) -> {
                whole[0] += Math.max(0, x[from + (row * c.width() + col) * c.channels()]);
            });
            a[to] = whole[0];
            winners[to] = -1;
            float[] sum = sum(0);
            float limit = CountedRandom.uniform(key, to) * whole[0];
            each(c.window(), c.height(), c.width(), y, column, (row, col, i, j) -> {
                float value = x[from + (row * c.width() + col) * c.channels()];
                if (value > 0 && sum[0] <= limit) {
                    a[to] = value;
                    winners[to] = i * c.window().width() + j;
                }
                sum[0] += Math.max(0, value);
            });
        });
    }

    @Override
    public void stochasticPoolMean(Pooling c, float[] x, float[] a, int n) {
        eachOutput(c, n, (s, y, column, from, to) -> {
            float[] sums = new float[2];
            each(c.window(), c.height(), c.width(), y, column, (row, col, i, j) -> {
                float value = Math.max(0, x[from + (row * c.width() + col) * c.channels()]);
                sums[0] += value;
                sums[1] = Math.fma(value, value, sums[1]);
            });
            a[to] = sums[0] == 0 ? 0 : sums[1] / sums[0];
        });
    }

    @Override
    public void stochasticPoolGradient(Pooling c, float[] winners, float[] da, float[] dx, int n) {
        Arrays.fill(dx, 0, n * c.inputSize(), 0);
        eachOutput(c, n, (s, y, column, from, to) -> {
            each(c.window(), c.height(), c.width(), y, column, (row, col, i, j) -> {
                if (winners[to] == i * c.window().width() + j) {
                    dx[from + (row * c.width() + col) * c.channels()] += da[to];
                }
            });
        });
    }
}
