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

    private static int weight(ConvolutionShape shape, int i, int j, int channel, int f) {
        return ((i * shape.window.width() + j) * shape.groupChannels() + channel) * shape.filters + f;
    }

    private static int firstChannel(ConvolutionShape shape, int f) {
        return f / shape.groupFilters() * shape.groupChannels();
    }

    private static float[] sum(float start) {
        return new float[] {start};
    }

    @Override
    public void forward(Convolution layer, float[] x, float[] p, float[] a, int n) {
        IndexedConvolution convolution = (IndexedConvolution) layer;
        ConvolutionShape shape = convolution.shape;
        int w = convolution.weights;
        int b = convolution.bias;
        for (int s = 0; s < n; s++) {
            for (int i = 0; i < shape.outputSize(); i++) {
                int filter = i % shape.filters;
                int pixel = i / shape.filters;
                float[] z = sum(b == Kernels.NO_BIAS ? 0 : p[b + filter]);
                int image = s * shape.inputSize() + firstChannel(shape, filter);
                each(
                        shape.window,
                        shape.height,
                        shape.width,
                        pixel / shape.outputWidth(),
                        pixel % shape.outputWidth(),
                        (row, column, ky, kx) -> {
                            for (int channel = 0; channel < shape.groupChannels(); channel++) {
                                float value = x[image + (row * shape.width + column) * shape.channels + channel];
                                z[0] = Math.fma(value, p[w + weight(shape, ky, kx, channel, filter)], z[0]);
                            }
                        });
                a[s * shape.outputSize() + i] = z[0];
            }
        }
        naive.activate(convolution.activation, convolution.slope, a, a, n, shape.outputSize());
    }

    @Override
    public void gradient(Convolution layer, float[] x, float[] dz, float[] g, int n) {
        IndexedConvolution convolution = (IndexedConvolution) layer;
        ConvolutionShape shape = convolution.shape;
        clear(convolution, g);
        for (int s = 0; s < n; s++) {
            for (int i = 0; i < shape.outputSize(); i++) {
                addGradient(convolution, x, s, i, dz[s * shape.outputSize() + i], g);
            }
        }
    }

    private static void clear(IndexedConvolution layer, float[] g) {
        Arrays.fill(g, layer.weights, layer.weights + layer.shape.taps.length * layer.shape.filters, 0);
        if (layer.hasBias()) {
            Arrays.fill(g, layer.bias, layer.bias + layer.shape.filters, 0);
        }
    }

    /** Adds the share of the gradient that comes from element i of an image's z. */
    private static void addGradient(IndexedConvolution convolution, float[] x, int s, int i, float dz, float[] g) {
        ConvolutionShape shape = convolution.shape;
        int filter = i % shape.filters;
        int pixel = i / shape.filters;
        int image = s * shape.inputSize() + firstChannel(shape, filter);
        each(
                shape.window,
                shape.height,
                shape.width,
                pixel / shape.outputWidth(),
                pixel % shape.outputWidth(),
                (row, column, ky, kx) -> {
                    for (int channel = 0; channel < shape.groupChannels(); channel++) {
                        int k = convolution.weights + weight(shape, ky, kx, channel, filter);
                        g[k] = Math.fma(x[image + (row * shape.width + column) * shape.channels + channel], dz, g[k]);
                    }
                });
        if (convolution.hasBias()) {
            g[convolution.bias + filter] += dz;
        }
    }

    @Override
    public void inputGradient(Convolution layer, float[] dz, float[] p, float[] dx, int n) {
        IndexedConvolution convolution = (IndexedConvolution) layer;
        ConvolutionShape shape = convolution.shape;
        Arrays.fill(dx, 0, n * shape.inputSize(), 0);
        for (int s = 0; s < n; s++) {
            for (int i = 0; i < shape.outputSize(); i++) {
                addInputGradient(convolution, s, i, dz[s * shape.outputSize() + i], p, dx);
            }
        }
    }

    private static void addInputGradient(
            IndexedConvolution convolution, int s, int i, float dz, float[] p, float[] dx) {
        ConvolutionShape shape = convolution.shape;
        int filter = i % shape.filters;
        int pixel = i / shape.filters;
        int image = s * shape.inputSize() + firstChannel(shape, filter);
        each(
                shape.window,
                shape.height,
                shape.width,
                pixel / shape.outputWidth(),
                pixel % shape.outputWidth(),
                (row, column, ky, kx) -> {
                    for (int channel = 0; channel < shape.groupChannels(); channel++) {
                        int at = image + (row * shape.width + column) * shape.channels + channel;
                        dx[at] = Math.fma(dz, p[convolution.weights + weight(shape, ky, kx, channel, filter)], dx[at]);
                    }
                });
    }

    /** The index in an image's z of the pixel at a position of a pool. */
    private static int index(PooledShape shape, int pool, int position, int filter) {
        int columns = shape.convolution.outputWidth();
        int across = columns / shape.poolWidth;
        int y = pool / across * shape.poolHeight + position / shape.poolWidth;
        int pixel = y * columns + pool % across * shape.poolWidth + position % shape.poolWidth;
        return pixel * shape.convolution.filters + filter;
    }

    @Override
    public void forward(PooledConvolution layer, float[] x, float[] p, float[] a, float[] argmax, int n) {
        IndexedPooledConvolution pooled = (IndexedPooledConvolution) layer;
        PooledShape shape = pooled.shape;
        int filters = shape.convolution.filters;
        float[] before = new float[n * shape.convolution.outputSize()];
        forward(pooled.convolution, x, p, before, n);
        for (int i = 0; i < n * shape.outputSize(); i++) {
            int image = i / shape.outputSize() * shape.convolution.outputSize();
            int pool = i % shape.outputSize() / filters;
            for (int position = 0; position < shape.poolSize(); position++) {
                float value = before[image + index(shape, pool, position, i % filters)];
                argmax[i] = position == 0 ? 0 : value > a[i] ? position : argmax[i];
                a[i] = position == 0 ? value : Math.max(a[i], value);
            }
        }
    }

    @Override
    public void gradient(PooledConvolution layer, float[] x, float[] argmax, float[] dz, float[] g, int n) {
        IndexedPooledConvolution pooled = (IndexedPooledConvolution) layer;
        PooledShape shape = pooled.shape;
        int filters = shape.convolution.filters;
        clear(pooled.convolution, g);
        for (int i = 0; i < n * shape.outputSize(); i++) {
            int index = index(shape, i % shape.outputSize() / filters, (int) argmax[i], i % filters);
            addGradient(pooled.convolution, x, i / shape.outputSize(), index, dz[i], g);
        }
    }

    @Override
    public void inputGradient(PooledConvolution layer, float[] argmax, float[] dz, float[] p, float[] dx, int n) {
        IndexedPooledConvolution pooled = (IndexedPooledConvolution) layer;
        PooledShape shape = pooled.shape;
        int filters = shape.convolution.filters;
        Arrays.fill(dx, 0, n * shape.convolution.inputSize(), 0);
        for (int s = 0; s < n; s++) {
            for (int filter = 0; filter < filters; filter++) {
                for (int pool = 0; pool < shape.pools(); pool++) {
                    int i = s * shape.outputSize() + pool * filters + filter;
                    addInputGradient(pooled.convolution, s, index(shape, pool, (int) argmax[i], filter), dz[i], p, dx);
                }
            }
        }
    }
}
