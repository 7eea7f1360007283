package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.convolution.ConvolutionKernels;
import dev.longhand.kernel.function.loops.ActivationLoops;
import dev.longhand.kernel.matrix.Matrix;

/** The forward pass of a convolution: products of patches and weights. */
final class ForwardLoops {

    private final PatchSums patches;
    private final PaddedImages images;
    private final ActivationLoops activations = new ActivationLoops();
    private final PatchMatrix left = new PatchMatrix();
    private final Matrix right = new Matrix();
    private final Matrix start = new Matrix();
    private final Matrix group = new Matrix();
    private final Matrix sums = new Matrix();
    private float[] zeros = {};

    ForwardLoops(PatchSums patches, PaddedImages images) {
        this.patches = patches;
        this.images = images;
    }

    /** {@link ConvolutionKernels#forward} for the samples {@code from} (inclusive) to {@code to} (exclusive). */
    void run(IndexedConvolution layer, float[] x, float[] p, float[] a, int from, int to) {
        ConvolutionShape shape = layer.shape;
        int pixels = shape.pixels.length;
        for (int s = from; s < to; s++) {
            images.of(shape, x, s, 1);
            sums(layer, shape.pixels, 0, p, sums.of(a, s * shape.outputSize(), pixels, shape.filters));
        }
        activations.activate(
                layer.activation, layer.slope, a, a, from * shape.outputSize(), to * shape.outputSize(), shape.filters);
    }

    /** z = x ∗ W + b for the first of the padded images, a row for each of {@code pixels} from {@code first} on. */
    void sums(IndexedConvolution layer, int[] pixels, int first, float[] p, Matrix z) {
        ConvolutionShape shape = layer.shape;
        boolean hasBias = layer.hasBias();
        if (!hasBias) {
            zeros = Scratch.atLeast(shape.filters, zeros);
        }
        int width = shape.groupFilters();
        for (int g = 0; g < shape.groups; g++) {
            int f = g * width;
            patches.set(
                    left.of(images.values, images.at + g * shape.groupChannels(), pixels, first, shape.taps)
                            .patchesOf(pixels == shape.pixels ? shape.grid : null),
                    right.of(p, layer.weights + f, shape.taps.length, width, shape.filters),
                    start.of(hasBias ? p : zeros, (hasBias ? layer.bias : 0) + f, z.rows, width, 0),
                    group.of(z.values, z.offset + f, z.rows, width, shape.filters));
        }
    }
}
