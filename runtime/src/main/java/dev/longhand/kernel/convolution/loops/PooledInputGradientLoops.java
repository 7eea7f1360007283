package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.convolution.ConvolutionKernels;

/**
 * dx of a convolution with max pooling, where dz is 0 except at each pool's argmax: each dz times the weights of its
 * filter is added to the patch it was computed from.
 */
final class PooledInputGradientLoops {

    private final PatchSums patches;
    private final NonZeroGradients list = new NonZeroGradients();
    private float[] weights = {};
    private float[] padded = {};

    PooledInputGradientLoops(PatchSums patches) {
        this.patches = patches;
    }

    /** {@link ConvolutionKernels#inputGradient} for the samples {@code from} (inclusive) to {@code to} (exclusive). */
    void run(IndexedConvolution c, PooledGradient dz, float[] p, float[] dx, int from, int to) {
        ConvolutionShape shape = c.shape;
        transposeWeights(c, p);
        if (patches.fusesInputGradients(dz.c)) {
            patches.setInputGradients(dz, weights, dx, from, to);
            return;
        }
        for (int s = from; s < to; s++) {
            padded = Scratch.zeros(shape.paddedSize(), padded);
            for (int f = 0; f < shape.filters; f++) {
                list.list(dz, s * dz.c.outputSize(), f);
                patches.addInputGradients(shape, weights, list, f, padded);
            }
            removePadding(shape, dx, s);
        }
    }

    /** A row of taps for each filter. */
    private void transposeWeights(IndexedConvolution c, float[] p) {
        int taps = c.shape.taps.length;
        int filters = c.shape.filters;
        weights = Scratch.atLeast(taps * filters, weights);
        for (int k = 0; k < taps; k++) {
            for (int f = 0; f < filters; f++) {
                weights[f * taps + k] = p[c.weights + k * filters + f];
            }
        }
    }

    private void removePadding(ConvolutionShape c, float[] dx, int s) {
        int row = c.width * c.channels;
        int paddedRow = c.paddedWidth() * c.channels;
        int from = c.window.top() * paddedRow + c.window.left() * c.channels;
        for (int y = 0; y < c.height; y++) {
            System.arraycopy(padded, from + y * paddedRow, dx, s * c.inputSize() + y * row, row);
        }
    }
}
