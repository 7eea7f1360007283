package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.function.Functions;
import java.util.Arrays;

/**
 * dx of a pooled convolution in loops that C2 vectorizes: each row of the padded images is an array, and so are a
 * filter's weights, shifted to each column at which a patch can begin. So weights and gradients have the same index.
 */
final class PooledInputGradients {

    /** Kernel rows in one loop. */
    private static final int KERNEL_ROWS = 3;

    /** Shorter kernel rows don't fill a vectorized loop. */
    private static final int SHORTEST = 32;

    /** Gradients that fit a second-level cache of 512 KiB. */
    private static final int BLOCK = 32 * 1024;

    private final NonZeroGradients list = new NonZeroGradients();
    private float[][] gradients = new float[0][];
    private float[][] weights = new float[0][];

    // The distance of the patches of two adjacent output columns, and the length of a kernel row.
    private int across;
    private int run;

    /** Whether it supports a convolution and is faster for it. */
    static boolean suits(PooledShape c) {
        ConvolutionShape convolution = c.convolution;
        return convolution.runs.length == KERNEL_ROWS
                && convolution.window.height() == KERNEL_ROWS
                && convolution.groups == 1
                && convolution.run >= SHORTEST
                && c.lines.length > 0;
    }

    /** {@link PatchSums#setInputGradients}. */
    void set(PooledGradient dz, float[] w, float[] dx, int from, int to) {
        ConvolutionShape c = dz.c.convolution;
        across = c.window.strideX() * c.channels;
        run = c.run;
        int most = Math.max(1, BLOCK / c.paddedSize());
        for (int s = from; s < to; s += most) {
            setBlock(dz, w, dx, s, Math.min(most, to - s));
        }
    }

    private void setBlock(PooledGradient dz, float[] w, float[] dx, int first, int images) {
        ConvolutionShape c = dz.c.convolution;
        int height = c.paddedHeight();
        gradients = Scratch.rows(images * height, c.paddedWidth() * c.channels, gradients);
        for (int r = 0; r < images * height; r++) {
            Arrays.fill(gradients[r], 0);
        }
        for (int f = 0; f < c.filters; f++) {
            shiftWeights(c, w, f * c.taps.length);
            for (int i = 0; i < images; i++) {
                list.list(dz, dz.c.lines, (first + i) * dz.c.outputSize(), f);
                add(f, i * height, c.window.dilationY());
            }
        }
        int row = c.width * c.channels;
        int left = c.window.left() * c.channels;
        for (int i = 0; i < images; i++) {
            for (int y = 0; y < c.height; y++) {
                float[] from = gradients[i * height + c.window.top() + y];
                System.arraycopy(from, left, dx, (first + i) * c.inputSize() + y * row, row);
            }
        }
    }

    /** Copies the kernel rows that begin at {@code w[from]} to where each output column's patch begins. */
    private void shiftWeights(ConvolutionShape c, float[] w, int from) {
        int width = c.paddedWidth() * c.channels;
        weights = Scratch.rows(KERNEL_ROWS * c.outputWidth(), width, weights);
        for (int x = 0; x < c.outputWidth(); x++) {
            for (int r = 0; r < KERNEL_ROWS; r++) {
                System.arraycopy(w, from + r * run, weights[KERNEL_ROWS * x + r], x * across, run);
            }
        }
    }

    /**
     * Adds a filter's gradients in one image.
     *
     * @param top the first row of the image
     * @param down rows from one kernel row to the next
     */
    private void add(int filter, int top, int down) {
        for (int q = list.from(filter), end = list.to(filter); q < end; q++) {
            int line = list.positions[q];
            int row = top + (line >>> 16);
            add(list.values[q], line & 0xffff, gradients[row], gradients[row + down], gradients[row + 2 * down]);
        }
    }

    private void add(float value, int column, float[] dx0, float[] dx1, float[] dx2) {
        float[] w0 = weights[KERNEL_ROWS * column];
        float[] w1 = weights[KERNEL_ROWS * column + 1];
        float[] w2 = weights[KERNEL_ROWS * column + 2];
        int from = column * across;
        int to = from + run;
        for (int i = from; i < to; i++) {
            dx0[i] = Functions.fma(value, w0[i], dx0[i]);
            dx1[i] = Functions.fma(value, w1[i], dx1[i]);
            dx2[i] = Functions.fma(value, w2[i], dx2[i]);
        }
    }
}
