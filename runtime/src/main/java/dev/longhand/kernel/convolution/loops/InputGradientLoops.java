package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.convolution.ConvolutionKernels;
import dev.longhand.kernel.matrix.Matrix;
import dev.longhand.kernel.pool.Window;

/**
 * dx of a convolution: a convolution of dz with the reversed kernel. First dz is spread: zeros are inserted around
 * and between its pixels, so that each input pixel reads a patch.
 */
final class InputGradientLoops {

    private final PatchSums patches;
    private final PatchMatrix left = new PatchMatrix();
    private final Matrix right = new Matrix();
    private final Matrix start = new Matrix();
    private final Matrix sums = new Matrix();
    private float[] zeros = {};
    private float[] weights = {};
    private float[] spread = {};

    InputGradientLoops(PatchSums patches) {
        this.patches = patches;
    }

    /** {@link ConvolutionKernels#inputGradient} for the samples {@code from} (inclusive) to {@code to} (exclusive). */
    void run(IndexedConvolution layer, float[] dz, float[] p, float[] dx, int from, int to) {
        ConvolutionShape shape = layer.shape;
        int width = shape.groupChannels();
        int depth = shape.backwardTaps.length;
        int pixels = shape.inputPixels.length;
        reverseWeights(layer, p);
        spread = Scratch.zeros(shape.spreadSize(), spread);
        zeros = Scratch.atLeast(width, zeros);
        for (int s = from; s < to; s++) {
            spread(shape, dz, s * shape.outputSize());
            for (int g = 0; g < shape.groups; g++) {
                int at = s * shape.inputSize() + g * width;
                patches.set(
                        left.of(spread, g * shape.groupFilters(), shape.inputPixels, 0, shape.backwardTaps)
                                .patchesOf(shape.backwardGrid),
                        right.of(weights, g * depth * width, depth, width),
                        start.of(zeros, 0, pixels, width, 0),
                        sums.of(dx, at, pixels, width, shape.channels));
            }
        }
    }

    /** Group by group: kernel positions from last to first, then filters, then channels. */
    private void reverseWeights(IndexedConvolution layer, float[] p) {
        ConvolutionShape shape = layer.shape;
        int positions = shape.window.size();
        int channels = shape.groupChannels();
        int filters = shape.groupFilters();
        weights = Scratch.atLeast(shape.taps.length * shape.filters, weights);
        int to = 0;
        for (int g = 0; g < shape.groups; g++) {
            for (int position = positions - 1; position >= 0; position--) {
                for (int f = g * filters; f < (g + 1) * filters; f++) {
                    for (int channel = 0; channel < channels; channel++) {
                        weights[to++] = p[layer.weights + (position * channels + channel) * shape.filters + f];
                    }
                }
            }
        }
    }

    /** Copies each output pixel to the last row and column of its patch; pixels that no input reads are left out. */
    private void spread(ConvolutionShape shape, float[] dz, int at) {
        Window window = shape.window;
        int up = shape.rowReach() - window.top();
        int left = shape.columnReach() - window.left();
        int rows = shape.height + shape.rowReach();
        int columns = shape.spreadWidth();
        int stride = window.strideX();
        int outputWidth = shape.outputWidth();
        for (int y = 0; y < shape.outputHeight(); y++) {
            int row = y * window.strideY() + up;
            for (int x = 0; x < outputWidth && row >= 0 && row < rows; x++) {
                int column = x * stride + left;
                if (column >= 0 && column < columns) {
                    int to = (row * columns + column) * shape.filters;
                    System.arraycopy(dz, at + (y * outputWidth + x) * shape.filters, spread, to, shape.filters);
                }
            }
        }
    }
}
