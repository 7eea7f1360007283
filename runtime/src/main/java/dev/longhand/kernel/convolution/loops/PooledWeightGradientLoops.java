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
    static int parts(ConvolutionShape c) {
        return c.run < SHORTEST_RUN ? c.taps.length : c.filters;
    }

    /**
     * {@link ConvolutionKernels#gradient} for the {@link #parts} {@code from} (inclusive) to {@code to} (exclusive).
     * The slice that holds part 0 also computes db.
     */
    void run(IndexedConvolution c, PooledGradient dz, float[] x, float[] g, int n, int from, int to) {
        if (c.shape.run < SHORTEST_RUN) {
            gradientOfTaps(c, dz, x, g, n, from, to);
        } else {
            gradientOfFilters(c, dz, x, g, n, from, to);
        }
        if (c.hasBias() && from == 0) {
            sums.storeBias(c, g);
        }
    }

    private void gradientOfTaps(
            IndexedConvolution c, PooledGradient dz, float[] x, float[] g, int n, int from, int to) {
        ConvolutionShape shape = c.shape;
        sums.begin(shape, to - from);
        for (int s = 0; s < n; s++) {
            images.of(shape, x, s, 1);
            int at = s * dz.c.outputSize();
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
            addBias(c, dz, at, from);
        }
        sums.storeWeights(c, g, from, to);
    }

    private void gradientOfFilters(
            IndexedConvolution c, PooledGradient dz, float[] x, float[] g, int n, int from, int to) {
        ConvolutionShape shape = c.shape;
        int taps = shape.taps.length;
        dw = Scratch.zeros((to - from) * taps, dw);
        sums.beginBias(shape);
        for (int s = 0; s < n; s++) {
            images.of(shape, x, s, 1);
            int at = s * dz.c.outputSize();
            patches.addFilterGradients(dz, at, images, from, to, dw);
            addBias(c, dz, at, from);
        }
        for (int k = 0; k < taps; k++) {
            for (int f = from; f < to; f++) {
                g[c.weights + k * shape.filters + f] = dw[(f - from) * taps + k];
            }
        }
    }

    private void addBias(IndexedConvolution c, PooledGradient dz, int at, int from) {
        if (c.hasBias() && from == 0) {
            sums.addBias(c.shape, dz.c.origins, dz.dz, at);
        }
    }
}
