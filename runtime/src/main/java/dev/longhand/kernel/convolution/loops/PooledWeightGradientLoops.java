package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.convolution.ConvolutionKernels;

/**
 * dW and db of a convolution with max pooling, where dz is 0 except at each pool's argmax: tap by tap where the runs
 * of a patch are short, otherwise filter by filter.
 */
final class PooledWeightGradientLoops {

    /** Shorter runs of a patch don't fill a vectorized loop. */
    private static final int SHORTEST_RUN = 8;

    private final PatchSums patches;
    private final PaddedImages images;
    private final GradientSums sums;
    private float[] dw = {};

    PooledWeightGradientLoops(PatchSums patches, PaddedImages images, GradientSums sums) {
        this.patches = patches;
        this.images = images;
        this.sums = sums;
    }

    /** The number of parts the gradient can be split into: taps or filters. */
    static int parts(ConvolutionShape shape) {
        return shape.run < SHORTEST_RUN ? shape.taps.length : shape.filters;
    }

    /**
     * {@link ConvolutionKernels#gradient} for the {@link #parts} {@code from} (inclusive) to {@code to} (exclusive).
     * The slice that holds part 0 also computes db.
     */
    void run(IndexedConvolution layer, PooledGradient dz, float[] x, float[] g, int n, int from, int to) {
        if (layer.shape.run < SHORTEST_RUN) {
            gradientOfTaps(layer, dz, x, g, n, from, to);
        } else {
            gradientOfFilters(layer, dz, x, g, n, from, to);
        }
        if (layer.hasBias() && from == 0) {
            sums.storeBias(layer, g);
        }
    }

    private void gradientOfTaps(
            IndexedConvolution layer, PooledGradient dz, float[] x, float[] g, int n, int from, int to) {
        ConvolutionShape shape = layer.shape;
        sums.begin(shape, to - from);
        for (int s = 0; s < n; s++) {
            images.of(shape, x, s, 1);
            int at = s * dz.shape.outputSize();
            for (int group = 0; group < shape.groups; group++) {
                patches.setTapGradients(
                        dz,
                        at,
                        images,
                        group,
                        from,
                        sums.before(shape, group, to - from),
                        sums.after(shape, group, to - from));
            }
            sums.swap();
            addBias(layer, dz, at, from);
        }
        sums.storeWeights(layer, g, from, to);
    }

    private void gradientOfFilters(
            IndexedConvolution layer, PooledGradient dz, float[] x, float[] g, int n, int from, int to) {
        ConvolutionShape shape = layer.shape;
        int taps = shape.taps.length;
        dw = Scratch.zeros((to - from) * taps, dw);
        sums.beginBias(shape);
        for (int s = 0; s < n; s++) {
            images.of(shape, x, s, 1);
            int at = s * dz.shape.outputSize();
            patches.addFilterGradients(dz, at, images, from, to, dw);
            addBias(layer, dz, at, from);
        }
        for (int k = 0; k < taps; k++) {
            for (int f = from; f < to; f++) {
                g[layer.weights + k * shape.filters + f] = dw[(f - from) * taps + k];
            }
        }
    }

    private void addBias(IndexedConvolution layer, PooledGradient dz, int at, int from) {
        if (layer.hasBias() && from == 0) {
            sums.addBias(layer.shape, dz.shape.origins, dz.dz, at);
        }
    }
}
