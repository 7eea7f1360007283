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
     * {@link ConvolutionKernels#gradient} for the taps {@code from} (inclusive) to {@code to} (exclusive), in the order of
     * the {@link TapBlocks} if there are any. The slice that holds tap 0 also computes db.
     */
    void run(IndexedConvolution layer, float[] x, float[] dz, float[] g, int n, int from, int to) {
        ConvolutionShape shape = layer.shape;
        boolean withBias = layer.hasBias() && from == 0;
        sums.begin(shape, to - from);
        for (int s = 0; s < n; s++) {
            images.of(shape, x, s, 1);
            int at = s * shape.outputSize();
            add(shape, dz, at, from, to);
            if (withBias) {
                sums.addBias(shape, shape.origins, dz, at);
            }
        }
        storeWeights(layer, g, from, to);
        if (withBias) {
            sums.storeBias(layer, g);
        }
    }

    /** dW += Σ x·dz for the current image, whose dz begins at {@code at}. */
    private void add(ConvolutionShape shape, float[] dz, int at, int from, int to) {
        int width = shape.groupFilters();
        int[] taps = shape.blocks == null ? shape.taps : shape.blocks.taps;
        for (int g = 0; g < shape.groups; g++) {
            patches.set(
                    left.of(images.values, images.at + g * shape.groupChannels(), taps, from, shape.pixels)
                            .tapsOf(shape.blocks),
                    right.of(dz, at + g * width, shape.pixels.length, width, shape.filters),
                    sums.before(shape, g, to - from),
                    sums.after(shape, g, to - from));
        }
        sums.swap();
    }

    private void storeWeights(IndexedConvolution layer, float[] g, int from, int to) {
        TapBlocks blocks = layer.shape.blocks;
        if (blocks == null) {
            sums.storeWeights(layer, g, from, to);
        } else {
            sums.storeWeights(layer, g, from, to, blocks.order);
        }
    }
}
