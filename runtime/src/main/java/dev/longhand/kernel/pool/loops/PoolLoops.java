package dev.longhand.kernel.pool.loops;

import dev.longhand.kernel.pool.PoolKernels;
import dev.longhand.kernel.pool.Pooling;
import dev.longhand.kernel.pool.Window;
import dev.longhand.random.CountedRandom;
import java.util.Arrays;

/**
 * {@link PoolKernels} for the samples {@code from} (inclusive) to {@code to} (exclusive): plain loops, the channels
 * innermost.
 */
final class PoolLoops {

    private final MaxPoolLoops rows = new MaxPoolLoops();

    /** A number for each channel. */
    private float[] shares = new float[0];

    /** Σx for each channel. */
    private double[] sums = new double[0];

    // The current window: where its image begins in x, its first row and column, and its rows and columns in the image.
    private int image;
    private int top;
    private int left;
    private int dilationY;
    private int dilationX;
    private int firstRow;
    private int endRow;
    private int firstColumn;
    private int endColumn;

    /** The numbers of an image of x. */
    static int inputSize(Pooling layer) {
        return layer.height() * layer.width() * layer.channels();
    }

    /** The numbers of an image of a. */
    static int outputSize(Pooling layer) {
        return layer.outputHeight() * layer.outputWidth() * layer.channels();
    }

    private void moveTo(Pooling layer, int s, int y, int x) {
        Window window = layer.window();
        image = s * inputSize(layer);
        top = y * window.strideY() - window.top();
        left = x * window.strideX() - window.left();
        dilationY = window.dilationY();
        dilationX = window.dilationX();
        firstRow = first(top, dilationY);
        endRow = end(top, dilationY, window.height(), layer.height());
        firstColumn = first(left, dilationX);
        endColumn = end(left, dilationX, window.width(), layer.width());
    }

    private static int first(int start, int dilation) {
        return start >= 0 ? 0 : (-start + dilation - 1) / dilation;
    }

    private static int end(int start, int dilation, int count, int size) {
        return start >= size ? 0 : Math.min(count, (size - 1 - start) / dilation + 1);
    }

    /** The index in x of the first channel at a position of the window. */
    private int at(Pooling layer, int row, int column) {
        int y = top + row * dilationY;
        int x = left + column * dilationX;
        return image + (y * layer.width() + x) * layer.channels();
    }

    void max(Pooling layer, float[] x, float[] a, int from, int to) {
        if (MaxPoolLoops.suits(layer)) {
            rows.max(layer, x, a, from, to);
            return;
        }
        int channels = layer.channels();
        int columns = layer.outputWidth();
        int pixels = layer.outputHeight() * columns;
        for (int s = from; s < to; s++) {
            for (int i = 0, out = s * outputSize(layer); i < pixels; i++, out += channels) {
                moveTo(layer, s, i / columns, i % columns);
                System.arraycopy(x, at(layer, firstRow, firstColumn), a, out, channels);
                for (int row = firstRow; row < endRow; row++) {
                    for (int column = firstColumn; column < endColumn; column++) {
                        keepLarger(x, at(layer, row, column), a, out, channels);
                    }
                }
            }
        }
    }

    void maxGradient(Pooling layer, float[] x, float[] a, float[] da, float[] dx, int from, int to) {
        if (MaxPoolLoops.suitsGradient(layer)) {
            rows.gradient(layer, x, a, da, dx, from, to);
            return;
        }
        int channels = layer.channels();
        Arrays.fill(dx, from * inputSize(layer), to * inputSize(layer), 0);
        int columns = layer.outputWidth();
        int pixels = layer.outputHeight() * columns;
        for (int s = from; s < to; s++) {
            for (int i = 0, out = s * outputSize(layer); i < pixels; i++, out += channels) {
                moveTo(layer, s, i / columns, i % columns);
                for (int channel = 0; channel < channels; channel++) {
                    addToFirst(layer, x, a[out + channel], da[out + channel], dx, channel);
                }
            }
        }
    }

    private void addToFirst(Pooling layer, float[] x, float max, float da, float[] dx, int channel) {
        boolean isNaN = Float.isNaN(max);
        for (int row = firstRow; row < endRow; row++) {
            for (int column = firstColumn; column < endColumn; column++) {
                int at = at(layer, row, column) + channel;
                if (x[at] == max || isNaN && Float.isNaN(x[at])) {
                    dx[at] += da;
                    return;
                }
            }
        }
    }

    void average(Pooling layer, float[] x, float[] a, int from, int to) {
        int channels = layer.channels();
        double size = layer.window().size();
        sums = sums.length < channels ? new double[channels] : sums;
        int columns = layer.outputWidth();
        int pixels = layer.outputHeight() * columns;
        for (int s = from; s < to; s++) {
            for (int i = 0, out = s * outputSize(layer); i < pixels; i++, out += channels) {
                moveTo(layer, s, i / columns, i % columns);
                Arrays.fill(sums, 0, channels, 0);
                for (int row = firstRow; row < endRow; row++) {
                    for (int column = firstColumn; column < endColumn; column++) {
                        add(x, at(layer, row, column), sums, channels);
                    }
                }
                for (int channel = 0; channel < channels; channel++) {
                    a[out + channel] = (float) (sums[channel] / size);
                }
            }
        }
    }

    private static void keepLarger(float[] x, int at, float[] a, int to, int count) {
        for (int i = 0; i < count; i++) {
            a[to + i] = Math.max(a[to + i], x[at + i]);
        }
    }

    private static void add(float[] x, int at, double[] sums, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += x[at + i];
        }
    }

    private static void add(float[] x, int at, float[] a, int to, int count) {
        for (int i = 0; i < count; i++) {
            a[to + i] += x[at + i];
        }
    }

    void averageGradient(Pooling layer, float[] da, float[] dx, int from, int to) {
        int channels = layer.channels();
        float size = layer.window().size();
        shares = shares.length < channels ? new float[channels] : shares;
        Arrays.fill(dx, from * inputSize(layer), to * inputSize(layer), 0);
        int columns = layer.outputWidth();
        int pixels = layer.outputHeight() * columns;
        for (int s = from; s < to; s++) {
            for (int i = 0, out = s * outputSize(layer); i < pixels; i++, out += channels) {
                moveTo(layer, s, i / columns, i % columns);
                for (int channel = 0; channel < channels; channel++) {
                    shares[channel] = da[out + channel] / size;
                }
                for (int row = firstRow; row < endRow; row++) {
                    for (int column = firstColumn; column < endColumn; column++) {
                        add(shares, 0, dx, at(layer, row, column), channels);
                    }
                }
            }
        }
    }

    void stochastic(Pooling layer, float[] x, long key, float[] a, float[] drawn, int from, int to) {
        int columns = layer.outputWidth();
        int pixels = layer.outputHeight() * columns;
        for (int s = from; s < to; s++) {
            for (int i = 0, out = s * outputSize(layer); i < pixels; i++) {
                moveTo(layer, s, i / columns, i % columns);
                for (int channel = 0; channel < layer.channels(); channel++, out++) {
                    float whole = sum(layer, x, channel);
                    int position = draw(layer, x, channel, CountedRandom.uniform(key, out) * whole);
                    drawn[out] = position;
                    int width = layer.window().width();
                    a[out] = position < 0 ? whole : x[at(layer, position / width, position % width) + channel];
                }
            }
        }
    }

    /** The first position at which the sum of x exceeds the limit, or −1 if all count as 0 or one is NaN. */
    private int draw(Pooling layer, float[] x, int channel, float limit) {
        float sum = 0;
        int position = -1;
        for (int row = firstRow; row < endRow && sum <= limit; row++) {
            for (int column = firstColumn; column < endColumn && sum <= limit; column++) {
                float value = Math.max(0, x[at(layer, row, column) + channel]);
                sum += value;
                position = value > 0 ? row * layer.window().width() + column : position;
            }
        }
        return position;
    }

    private float sum(Pooling layer, float[] x, int channel) {
        float sum = 0;
        for (int row = firstRow; row < endRow; row++) {
            for (int column = firstColumn; column < endColumn; column++) {
                sum += Math.max(0, x[at(layer, row, column) + channel]);
            }
        }
        return sum;
    }

    void stochasticMean(Pooling layer, float[] x, float[] a, int from, int to) {
        int columns = layer.outputWidth();
        int pixels = layer.outputHeight() * columns;
        for (int s = from; s < to; s++) {
            for (int i = 0, out = s * outputSize(layer); i < pixels; i++) {
                moveTo(layer, s, i / columns, i % columns);
                for (int channel = 0; channel < layer.channels(); channel++) {
                    a[out++] = mean(layer, x, channel);
                }
            }
        }
    }

    private float mean(Pooling layer, float[] x, int channel) {
        double squares = 0;
        double sum = 0;
        for (int row = firstRow; row < endRow; row++) {
            for (int column = firstColumn; column < endColumn; column++) {
                float value = Math.max(0, x[at(layer, row, column) + channel]);
                squares += value * value;
                sum += value;
            }
        }
        return sum == 0 ? 0 : (float) (squares / sum);
    }

    void stochasticGradient(Pooling layer, float[] drawn, float[] da, float[] dx, int from, int to) {
        int width = layer.window().width();
        Arrays.fill(dx, from * inputSize(layer), to * inputSize(layer), 0);
        int columns = layer.outputWidth();
        int pixels = layer.outputHeight() * columns;
        for (int s = from; s < to; s++) {
            for (int i = 0, out = s * outputSize(layer); i < pixels; i++) {
                moveTo(layer, s, i / columns, i % columns);
                for (int channel = 0; channel < layer.channels(); channel++, out++) {
                    int position = (int) drawn[out];
                    if (position >= 0) {
                        dx[at(layer, position / width, position % width) + channel] += da[out];
                    }
                }
            }
        }
    }
}
