package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.matrix.PlainProduct;
import java.util.Arrays;

/** dW of filters of a pooled convolution in loops that C2 vectorizes: patches are copied, then added along their taps. */
final class PlainFilterGradients {

    /** Floats of patches that fit a second-level cache of 512 KiB. */
    private static final int BLOCK = 64 * 1024;

    /** From this many filters on, most patches are read, so all of them are copied once. */
    private static final int FILTERS = 8;

    private static final int TILE = 3;

    private final NonZeroGradients list = new NonZeroGradients();
    private float[][] rows = new float[TILE][0];
    private float[][] all = new float[0][];
    private int[] numbers = new int[0];
    private float[] row = {};

    /** {@link PatchSums#addFilterGradients}. */
    void add(PooledGradient dz, int at, PaddedImages x, int first, int end, float[] dw) {
        ConvolutionShape convolution = dz.shape.convolution;
        int size = convolution.taps.length;
        row = Scratch.atLeast(size, row);
        boolean copyAll = convolution.groups == 1 && end - first >= FILTERS && dz.shape.pixels.length * size <= BLOCK;
        if (copyAll) {
            copyPatches(dz.shape, x);
        } else {
            rows = Scratch.rows(TILE, size, rows);
        }
        for (int f = first, to = 0; f < end; f++, to += size) {
            System.arraycopy(dw, to, row, 0, size);
            if (copyAll) {
                list.list(dz, numbers, at, f);
                addCopies(list.from(f), list.to(f), size);
            } else {
                list.list(dz, at, f);
                addPatches(convolution, x, f);
            }
            System.arraycopy(row, 0, dw, to, size);
        }
    }

    /** Copies the patches of all pixels. */
    private void copyPatches(PooledShape shape, PaddedImages x) {
        int[] pixels = shape.pixels;
        int[] runs = shape.convolution.runs;
        int run = shape.convolution.run;
        int count = pixels.length;
        all = Scratch.rows(count, shape.convolution.taps.length, all);
        if (numbers.length < count) {
            numbers = new int[count];
            Arrays.setAll(numbers, i -> i);
        }
        for (int i = 0; i < count; i++) {
            copyPatch(x.values, x.at + pixels[i], runs, run, all[i]);
        }
    }

    private void addCopies(int from, int end, int size) {
        float[] values = list.values;
        int q = from;
        for (; q + 2 * TILE <= end; q += 2 * TILE) {
            PlainProduct.addSixListed(row, all, list.positions, values, q, size);
        }
        for (; q < end; q++) {
            PlainProduct.addScaled(row, all[list.positions[q]], values[q], size);
        }
    }

    /** Copies only the patches of listed gradients. */
    private void addPatches(ConvolutionShape shape, PaddedImages x, int filter) {
        int at = x.at + shape.firstChannel(filter);
        int size = shape.taps.length;
        float[] values = list.values;
        int q = list.from(filter);
        int end = list.to(filter);
        for (; q + TILE <= end; q += TILE) {
            for (int i = 0; i < TILE; i++) {
                copyPatch(x.values, at + list.positions[q + i], shape.runs, shape.run, rows[i]);
            }
            PlainProduct.addThreeScaled(row, rows, 0, values[q], values[q + 1], values[q + 2], size);
        }
        for (; q < end; q++) {
            copyPatch(x.values, at + list.positions[q], shape.runs, shape.run, rows[0]);
            PlainProduct.addScaled(row, rows[0], values[q], size);
        }
    }

    private static void copyPatch(float[] x, int at, int[] runs, int run, float[] to) {
        for (int r = 0; r < runs.length; r++) {
            System.arraycopy(x, at + runs[r], to, r * run, run);
        }
    }
}
