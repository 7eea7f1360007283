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
    static boolean suits(PooledShape shape) {
        ConvolutionShape convolution = shape.convolution;
        return convolution.runs.length == KERNEL_ROWS
                && convolution.window.height() == KERNEL_ROWS
                && convolution.groups == 1
                && convolution.run >= SHORTEST
                && shape.rowsAndColumns.length > 0;
    }

    /** {@link PatchSums#setInputGradients}. */
    void set(PooledGradient dz, float[] w, float[] dx, int from, int to) {
        ConvolutionShape shape = dz.shape.convolution;
        across = shape.window.strideX() * shape.channels;
        run = shape.run;
        int most = Math.max(1, BLOCK / shape.paddedSize());
        for (int s = from; s < to; s += most) {
            setBlock(dz, w, dx, s, Math.min(most, to - s));
        }
    }

    private void setBlock(PooledGradient dz, float[] w, float[] dx, int first, int images) {
        ConvolutionShape shape = dz.shape.convolution;
        int height = shape.paddedHeight();
        gradients = Scratch.rows(images * height, shape.paddedWidth() * shape.channels, gradients);
        for (int r = 0; r < images * height; r++) {
            Arrays.fill(gradients[r], 0);
        }
        for (int f = 0; f < shape.filters; f++) {
            shiftWeights(shape, w, f * shape.taps.length);
            for (int i = 0; i < images; i++) {
                list.list(dz, dz.shape.rowsAndColumns, (first + i) * dz.shape.outputSize(), f);
                add(f, i * height, shape.window.dilationY());
            }
        }
        int row = shape.width * shape.channels;
        int left = shape.window.left() * shape.channels;
        for (int i = 0; i < images; i++) {
            for (int y = 0; y < shape.height; y++) {
                float[] from = gradients[i * height + shape.window.top() + y];
                System.arraycopy(from, left, dx, (first + i) * shape.inputSize() + y * row, row);
            }
        }
    }

    /** Copies the kernel rows that begin at {@code w[from]} to where each output column's patch begins. */
    private void shiftWeights(ConvolutionShape shape, float[] w, int from) {
        int width = shape.paddedWidth() * shape.channels;
        weights = Scratch.rows(KERNEL_ROWS * shape.outputWidth(), width, weights);
        for (int x = 0; x < shape.outputWidth(); x++) {
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
            int rowAndColumn = list.positions[q];
            int row = top + PooledShape.row(rowAndColumn);
            int column = PooledShape.column(rowAndColumn);
            add(list.values[q], column, gradients[row], gradients[row + down], gradients[row + 2 * down]);
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
