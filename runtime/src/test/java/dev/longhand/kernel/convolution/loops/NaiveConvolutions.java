package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.Kernels;
import dev.longhand.kernel.convolution.Convolution;
import dev.longhand.kernel.convolution.ConvolutionKernels;
import dev.longhand.kernel.convolution.PooledConvolution;
import dev.longhand.kernel.function.loops.NaiveFunctions;
import dev.longhand.kernel.pool.Window;
import java.util.Arrays;

/** {@link ConvolutionKernels} as its contract defines them, in nested loops: each sum is one sequence of additions. */
final class NaiveConvolutions implements ConvolutionKernels {

    private final NaiveFunctions naive = new NaiveFunctions();

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

    private static int weight(ConvolutionShape c, int i, int j, int channel, int f) {
        return ((i * c.window.width() + j) * c.groupChannels() + channel) * c.filters + f;
    }

    private static int firstChannel(ConvolutionShape c, int f) {
        return f / c.groupFilters() * c.groupChannels();
    }

    private static float[] sum(float start) {
        return new float[] {start};
    }

    @Override
    public void forward(Convolution layer, float[] x, float[] p, float[] a, int n) {
        IndexedConvolution convolution = (IndexedConvolution) layer;
        ConvolutionShape c = convolution.shape;
        int w = convolution.weights;
        int b = convolution.bias;
        for (int s = 0; s < n; s++) {
            for (int i = 0; i < c.outputSize(); i++) {
                int filter = i % c.filters;
                int pixel = i / c.filters;
                float[] z = sum(b == Kernels.NO_BIAS ? 0 : p[b + filter]);
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
        naive.activate(convolution.activation, convolution.slope, a, a, n, c.outputSize());
    }

    @Override
    public void gradient(Convolution layer, float[] x, float[] dz, float[] g, int n) {
        IndexedConvolution convolution = (IndexedConvolution) layer;
        ConvolutionShape c = convolution.shape;
        clear(convolution, g);
        for (int s = 0; s < n; s++) {
            for (int i = 0; i < c.outputSize(); i++) {
                addGradient(convolution, x, s, i, dz[s * c.outputSize() + i], g);
            }
        }
    }

    private static void clear(IndexedConvolution c, float[] g) {
        Arrays.fill(g, c.weights, c.weights + c.shape.taps.length * c.shape.filters, 0);
        if (c.hasBias()) {
            Arrays.fill(g, c.bias, c.bias + c.shape.filters, 0);
        }
    }

    /** Adds the share of the gradient that comes from element i of an image's z. */
    private static void addGradient(IndexedConvolution convolution, float[] x, int s, int i, float dz, float[] g) {
        ConvolutionShape c = convolution.shape;
        int filter = i % c.filters;
        int pixel = i / c.filters;
        int image = s * c.inputSize() + firstChannel(c, filter);
        each(c.window, c.height, c.width, pixel / c.outputWidth(), pixel % c.outputWidth(), (row, column, ky, kx) -> {
            for (int channel = 0; channel < c.groupChannels(); channel++) {
                int k = convolution.weights + weight(c, ky, kx, channel, filter);
                g[k] = Math.fma(x[image + (row * c.width + column) * c.channels + channel], dz, g[k]);
            }
        });
        if (convolution.hasBias()) {
            g[convolution.bias + filter] += dz;
        }
    }

    @Override
    public void inputGradient(Convolution layer, float[] dz, float[] p, float[] dx, int n) {
        IndexedConvolution convolution = (IndexedConvolution) layer;
        ConvolutionShape c = convolution.shape;
        Arrays.fill(dx, 0, n * c.inputSize(), 0);
        for (int s = 0; s < n; s++) {
            for (int i = 0; i < c.outputSize(); i++) {
                addInputGradient(convolution, s, i, dz[s * c.outputSize() + i], p, dx);
            }
        }
    }

    private static void addInputGradient(
            IndexedConvolution convolution, int s, int i, float dz, float[] p, float[] dx) {
        ConvolutionShape c = convolution.shape;
        int filter = i % c.filters;
        int pixel = i / c.filters;
        int image = s * c.inputSize() + firstChannel(c, filter);
        each(c.window, c.height, c.width, pixel / c.outputWidth(), pixel % c.outputWidth(), (row, column, ky, kx) -> {
            for (int channel = 0; channel < c.groupChannels(); channel++) {
                int at = image + (row * c.width + column) * c.channels + channel;
                dx[at] = Math.fma(dz, p[convolution.weights + weight(c, ky, kx, channel, filter)], dx[at]);
            }
        });
    }

    /** The index in an image's z of the pixel at a position of a pool. */
    private static int index(PooledShape c, int pool, int position, int filter) {
        int columns = c.convolution.outputWidth();
        int across = columns / c.poolWidth;
        int y = pool / across * c.poolHeight + position / c.poolWidth;
        int pixel = y * columns + pool % across * c.poolWidth + position % c.poolWidth;
        return pixel * c.convolution.filters + filter;
    }

    @Override
    public void forward(PooledConvolution layer, float[] x, float[] p, float[] a, float[] argmax, int n) {
        IndexedPooledConvolution pooled = (IndexedPooledConvolution) layer;
        PooledShape c = pooled.shape;
        int filters = c.convolution.filters;
        float[] before = new float[n * c.convolution.outputSize()];
        forward(pooled.convolution, x, p, before, n);
        for (int i = 0; i < n * c.outputSize(); i++) {
            int image = i / c.outputSize() * c.convolution.outputSize();
            int pool = i % c.outputSize() / filters;
            for (int position = 0; position < c.poolSize(); position++) {
                float value = before[image + index(c, pool, position, i % filters)];
                argmax[i] = position == 0 ? 0 : value > a[i] ? position : argmax[i];
                a[i] = position == 0 ? value : Math.max(a[i], value);
            }
        }
    }

    @Override
    public void gradient(PooledConvolution layer, float[] x, float[] argmax, float[] dz, float[] g, int n) {
        IndexedPooledConvolution pooled = (IndexedPooledConvolution) layer;
        PooledShape c = pooled.shape;
        int filters = c.convolution.filters;
        clear(pooled.convolution, g);
        for (int i = 0; i < n * c.outputSize(); i++) {
            int index = index(c, i % c.outputSize() / filters, (int) argmax[i], i % filters);
            addGradient(pooled.convolution, x, i / c.outputSize(), index, dz[i], g);
        }
    }

    @Override
    public void inputGradient(PooledConvolution layer, float[] argmax, float[] dz, float[] p, float[] dx, int n) {
        IndexedPooledConvolution pooled = (IndexedPooledConvolution) layer;
        PooledShape c = pooled.shape;
        int filters = c.convolution.filters;
        Arrays.fill(dx, 0, n * c.convolution.inputSize(), 0);
        for (int s = 0; s < n; s++) {
            for (int filter = 0; filter < filters; filter++) {
                for (int pool = 0; pool < c.pools(); pool++) {
                    int i = s * c.outputSize() + pool * filters + filter;
                    addInputGradient(pooled.convolution, s, index(c, pool, (int) argmax[i], filter), dz[i], p, dx);
                }
            }
        }
    }
}
