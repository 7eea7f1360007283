package dev.longhand.kernel.convolution;

import java.util.Arrays;

/**
 * The gradient with respect to the input of a convolution after max-pooling, in loops that C2 vectorises: each
 * row of the padded images is an array, and a filter's weights lie in arrays for each place across at which a
 * patch can begin, so that weights and gradients have the same index.
 */
final class PooledInputGradients {

    /** Kernel rows that one loop goes along. */
    private static final int KERNEL_ROWS = 3;

    /** Shorter kernel rows are worth no vectorised loop. */
    private static final int SHORTEST = 32;

    /** As many gradients are kept at once: they stay in a second-level cache of 512 KiB. */
    private static final int BLOCK = 32 * 1024;

    private final NonZeroGradients live = new NonZeroGradients();
    private float[][] gradients = new float[0][];
    private float[][] weights = new float[0][];

    /** Whether it can do such convolutions, and fast. */
    static boolean suits(PooledConvolution c) {
        Convolution convolution = c.convolution;
        return convolution.runs.length == KERNEL_ROWS
                && convolution.window.height() == KERNEL_ROWS
                && convolution.groups == 1
                && convolution.run >= SHORTEST
                && c.lines.length > 0;
    }

    /** {@link PatchSums#inputGradientOfImages}. */
    void gradient(PooledConvolution c, float[] winners, float[] dz, float[] w, float[] dx, int from, int to) {
        int most = Math.max(1, BLOCK / c.convolution.paddedSize());
        for (int s = from; s < to; s += most) {
            gradientOfBlock(c, winners, dz, w, dx, s, Math.min(most, to - s));
        }
    }

    private void gradientOfBlock(
            PooledConvolution c, float[] winners, float[] dz, float[] w, float[] dx, int first, int images) {
        Convolution convolution = c.convolution;
        int height = convolution.paddedHeight();
        gradients = rows(images * height, convolution.paddedWidth() * convolution.channels, gradients);
        for (int r = 0; r < images * height; r++) {
            Arrays.fill(gradients[r], 0);
        }
        for (int f = 0; f < convolution.filters; f++) {
            placeWeights(convolution, w, f * convolution.taps.length);
            for (int i = 0; i < images; i++) {
                live.list(c, c.lines, winners, dz, (first + i) * c.outputSize(), f);
                add(convolution, f, i * height);
            }
        }
        int row = convolution.width * convolution.channels;
        int left = convolution.window.left() * convolution.channels;
        for (int i = 0; i < images; i++) {
            for (int y = 0; y < convolution.height; y++) {
                float[] from = gradients[i * height + convolution.window.top() + y];
                System.arraycopy(from, left, dx, (first + i) * convolution.inputSize() + y * row, row);
            }
        }
    }

    /** Puts the kernel rows that begin at {@code w[from]} where they are for each output column. */
    private void placeWeights(Convolution c, float[] w, int from) {
        int width = c.paddedWidth() * c.channels;
        weights = rows(KERNEL_ROWS * c.outputWidth(), width, weights);
        for (int x = 0; x < c.outputWidth(); x++) {
            for (int r = 0; r < KERNEL_ROWS; r++) {
                int to = x * c.window.strideX() * c.channels;
                System.arraycopy(w, from + r * c.run, weights[KERNEL_ROWS * x + r], to, c.run);
            }
        }
    }

    private void add(Convolution c, int filter, int top) {
        int down = c.window.dilationY();
        int across = c.window.strideX() * c.channels;
        for (int q = live.from(filter), end = live.to(filter); q < end; q++) {
            int line = live.places[q];
            int x = line & 0xffff;
            int row = top + (line >>> 16);
            float[] dx0 = gradients[row];
            float[] dx1 = gradients[row + down];
            float[] dx2 = gradients[row + 2 * down];
            add(weights, KERNEL_ROWS * x, live.values[q], dx0, dx1, dx2, x * across, x * across + c.run);
        }
    }

    private static void add(
            float[][] w, int first, float value, float[] dx0, float[] dx1, float[] dx2, int from, int to) {
        float[] w0 = w[first];
        float[] w1 = w[first + 1];
        float[] w2 = w[first + 2];
        for (int i = from; i < to; i++) {
            dx0[i] = Math.fma(value, w0[i], dx0[i]);
            dx1[i] = Math.fma(value, w1[i], dx1[i]);
            dx2[i] = Math.fma(value, w2[i], dx2[i]);
        }
    }

    /** At least so many rows of just this width or more. */
    private static float[][] rows(int count, int width, float[][] rows) {
        float[][] enough = rows;
        if (rows.length < count) {
            enough = Arrays.copyOf(rows, count);
            Arrays.fill(enough, rows.length, count, new float[0]);
        }
        for (int r = 0; r < count; r++) {
            if (enough[r].length < width) {
                enough[r] = new float[width];
            }
        }
        return enough;
    }
}
