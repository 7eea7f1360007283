package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.convolution.ConvolutionKernels;
import dev.longhand.kernel.matrix.Matrix;

/** dW and db of a convolution: products of transposed patches and dz, image by image. */
final class WeightGradientLoops {

    private final PatchSums patches;
    private final PaddedImages images;
    private final GradientSums sums;
    private final PatchMatrix left = new PatchMatrix();
    private final Matrix right = new Matrix();

    WeightGradientLoops(PatchSums patches, PaddedImages images, GradientSums sums) {
        this.patches = patches;
        this.images = images;
        this.sums = sums;
    }

    /**
     * {@link ConvolutionKernels#gradient} for the taps {@code from} (inclusive) to {@code to} (exclusive). The slice
     * that holds tap 0 also computes db.
     */
    void run(IndexedConvolution c, float[] x, float[] dz, float[] g, int n, int from, int to) {
        ConvolutionShape shape = c.shape;
        boolean withBias = c.hasBias() && from == 0;
        sums.begin(shape, to - from);
        for (int s = 0; s < n; s++) {
            images.of(shape, x, s, 1);
            int at = s * shape.outputSize();
            add(shape, dz, at, from, to);
            if (withBias) {
                sums.addBias(shape, shape.origins, dz, at);
            }
        }
        sums.storeWeights(c, g, from, to);
        if (withBias) {
            sums.storeBias(c, g);
        }
    }

    /** dW += Σ x·dz for the current image, whose dz begins at {@code at}. */
    private void add(ConvolutionShape c, float[] dz, int at, int from, int to) {
        int width = c.groupFilters();
        for (int g = 0; g < c.groups; g++) {
            patches.set(
                    left.of(images.values, images.at + g * c.groupChannels(), c.taps, from, c.pixels),
                    right.of(dz, at + g * width, c.pixels.length, width, c.filters),
                    sums.before(c, g, to - from),
                    sums.after(c, g, to - from));
        }
        sums.swap();
    }
}
