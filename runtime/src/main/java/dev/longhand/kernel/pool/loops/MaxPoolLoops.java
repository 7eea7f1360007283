package dev.longhand.kernel.pool.loops;

import dev.longhand.kernel.pool.PoolKernels;
import dev.longhand.kernel.pool.Pooling;
import dev.longhand.kernel.pool.Window;
import java.util.Arrays;

/**
 * {@link PoolKernels#max} and its gradient for windows without padding, by rows of the image: the maximum over the rows
 * of the windows first, then over their columns, in loops that C2 vectorizes.
 */
final class MaxPoolLoops {

    private static final int[] ONE_POSITION = {0};

    /** A row of the image. */
    private float[] row = {};

    /** Maxima over the rows of the windows, for each column of the image. */
    private float[] columns = {};

    /** Maxima over the windows that begin at each column of the image. */
    private float[] maxima = {};

    /** The distance from a window's first number to that of each of its positions, row by row. */
    private int[] positions = ONE_POSITION;

    /** Whether {@link #max} computes this layer. */
    static boolean suits(Pooling layer) {
        Window window = layer.window();
        return window.top() + window.left() + window.bottom() + window.right() == 0;
    }

    /** Whether {@link #gradient} computes this layer: no number is in two windows. */
    static boolean suitsGradient(Pooling layer) {
        Window window = layer.window();
        return suits(layer)
                && window.strideY() > window.dilationY() * (window.height() - 1)
                && window.strideX() > window.dilationX() * (window.width() - 1);
    }

    void max(Pooling layer, float[] x, float[] a, int from, int to) {
        Window window = layer.window();
        int channels = layer.channels();
        int length = layer.width() * channels;
        int outputRows = layer.outputHeight();
        int outputLength = layer.outputWidth() * channels;
        reserve(length);
        int down = window.dilationY() * length;
        int across = window.dilationX() * channels;
        for (int s = from; s < to; s++) {
            int out = s * outputRows * outputLength;
            for (int y = 0; y < outputRows; y++, out += outputLength) {
                int at = (s * layer.height() + y * window.strideY()) * length;
                System.arraycopy(x, at, columns, 0, length);
                for (int i = 1; i < window.height(); i++) {
                    System.arraycopy(x, at + i * down, row, 0, length);
                    keepLarger(row, columns, length);
                }
                System.arraycopy(columns, 0, maxima, 0, length);
                for (int j = 1; j < window.width(); j++) {
                    System.arraycopy(columns, j * across, row, 0, length - j * across);
                    keepLarger(row, maxima, length - j * across);
                }
                copyPixels(maxima, window.strideX() * channels, channels, a, out, outputLength);
            }
        }
    }

    private void reserve(int length) {
        if (row.length < length) {
            row = new float[length];
            columns = new float[length];
            maxima = new float[length];
        }
    }

    private static void keepLarger(float[] x, float[] max, int count) {
        for (int i = 0; i < count; i++) {
            max[i] = Math.max(max[i], x[i]);
        }
    }

    /** Copies the channels of the pixels that are {@code stride} apart. */
    private static void copyPixels(float[] x, int stride, int channels, float[] a, int to, int count) {
        for (int i = 0, at = 0; i < count; i += channels, at += stride) {
            System.arraycopy(x, at, a, to + i, channels);
        }
    }

    void gradient(Pooling layer, float[] x, float[] a, float[] da, float[] dx, int from, int to) {
        Window window = layer.window();
        int channels = layer.channels();
        int length = layer.width() * channels;
        int pixels = layer.outputHeight() * layer.outputWidth();
        setPositions(layer);
        int rows = layer.outputHeight();
        int out = from * pixels * channels;
        for (int s = from; s < to; s++) {
            int image = s * layer.height() * length;
            for (int y = 0; y < rows; y++) {
                int at = image + y * window.strideY() * length;
                int end = y < rows - 1 ? at + window.strideY() * length : image + layer.height() * length;
                Arrays.fill(dx, at, end, 0);
                for (int column = 0; column < layer.outputWidth(); column++) {
                    setFirst(x, at, a, da, out, dx, channels);
                    at += window.strideX() * channels;
                    out += channels;
                }
            }
        }
    }

    private void setPositions(Pooling layer) {
        Window window = layer.window();
        if (positions.length != window.size()) {
            positions = new int[window.size()];
        }
        for (int k = 0; k < positions.length; k++) {
            int row = k / window.width() * window.dilationY();
            int column = k % window.width() * window.dilationX();
            positions[k] = (row * layer.width() + column) * layer.channels();
        }
    }

    /** Sets the gradients of the window that begins at {@code at}; adding 0 makes −0 the 0 that a sum would be. */
    private void setFirst(float[] x, int at, float[] a, float[] da, int out, float[] dx, int channels) {
        if (positions.length == 4) {
            setFirstOfFour(x, at, a, da, out, dx, channels);
            return;
        }
        int[] positions = this.positions;
        for (int c = 0; c < channels; c++) {
            dx[at + positions[first(x, at + c, a[out + c])] + c] = 0 + da[out + c];
        }
    }

    /** The same for four positions, without a branch that can't be predicted. */
    private void setFirstOfFour(float[] x, int at, float[] a, float[] da, int out, float[] dx, int channels) {
        int at1 = at + positions[1];
        int at2 = at + positions[2];
        int at3 = at + positions[3];
        for (int c = 0; c < channels; c++) {
            float max = a[out + c];
            int to;
            if (Math.abs(max) <= Float.MAX_VALUE) {
                int after0 = -differ(max, x[at + c]);
                int after1 = after0 & -differ(max, x[at1 + c]);
                int after2 = after1 & -differ(max, x[at2 + c]);
                to = at + (after0 & at1 - at) + (after1 & at2 - at1) + (after2 & at3 - at2);
            } else {
                to = at + positions[first(x, at + c, max)];
            }
            dx[to + c] = 0 + da[out + c];
        }
    }

    /** 1 if two finite numbers differ, else 0. */
    private static int differ(float x, float y) {
        int bits = Float.floatToRawIntBits(x - y) << 1;
        return (bits | -bits) >>> 31;
    }

    /** The first position with the maximum, or with NaN if that is the maximum. */
    private int first(float[] x, int at, float max) {
        boolean isNaN = Float.isNaN(max);
        int first = 0;
        for (int last = positions.length - 1; first < last; first++) {
            float value = x[at + positions[first]];
            if (value == max || isNaN && Float.isNaN(value)) {
                break;
            }
        }
        return first;
    }
}
