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
    void run(IndexedConvolution layer, PooledGradient dz, float[] p, float[] dx, int from, int to) {
        ConvolutionShape shape = layer.shape;
        transposeWeights(layer, p);
        if (patches.fusesInputGradients(dz.shape)) {
            patches.setInputGradients(dz, weights, dx, from, to);
            return;
        }
        for (int s = from; s < to; s++) {
            padded = Scratch.zeros(shape.paddedSize(), padded);
            for (int f = 0; f < shape.filters; f++) {
                list.list(dz, s * dz.shape.outputSize(), f);
                patches.addInputGradients(shape, weights, list, f, padded);
            }
            removePadding(shape, dx, s);
        }
    }

    /** A row of taps for each filter. */
    private void transposeWeights(IndexedConvolution layer, float[] p) {
        int taps = layer.shape.taps.length;
        int filters = layer.shape.filters;
        weights = Scratch.atLeast(taps * filters, weights);
        for (int k = 0; k < taps; k++) {
            for (int f = 0; f < filters; f++) {
                weights[f * taps + k] = p[layer.weights + k * filters + f];
            }
        }
    }

    private void removePadding(ConvolutionShape shape, float[] dx, int s) {
        int row = shape.width * shape.channels;
        int paddedRow = shape.paddedWidth() * shape.channels;
        int from = shape.window.top() * paddedRow + shape.window.left() * shape.channels;
        for (int y = 0; y < shape.height; y++) {
            System.arraycopy(padded, from + y * paddedRow, dx, s * shape.inputSize() + y * row, row);
        }
    }
}
