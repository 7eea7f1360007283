package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.matrix.Matrix;

/**
 * dW and db while they are summed over the images: each image reads the sums before it and writes the sums after it;
 * then the two arrays are swapped.
 */
final class GradientSums {

    private static final int[] SELF = {0};

    private final float[] one = {1};
    private final PatchSums patches;
    private final PatchMatrix left = new PatchMatrix();
    private final Matrix right = new Matrix();
    private final Matrix start = new Matrix();
    private final Matrix end = new Matrix();
    private float[] weightsBefore = {};
    private float[] weightsAfter = {};
    private float[] biasBefore = {};
    private float[] biasAfter = {};

    GradientSums(PatchSums patches) {
        this.patches = patches;
    }

    /** Sets dW of {@code taps} taps and db to 0. */
    void begin(ConvolutionShape shape, int taps) {
        weightsBefore = Scratch.zeros(taps * shape.filters, weightsBefore);
        weightsAfter = Scratch.atLeast(taps * shape.filters, weightsAfter);
        beginBias(shape);
    }

    /** Sets db to 0. */
    void beginBias(ConvolutionShape shape) {
        biasBefore = Scratch.zeros(shape.filters, biasBefore);
        biasAfter = Scratch.atLeast(shape.filters, biasAfter);
    }

    /** dW of one group before the image, a row of filters for each of {@code taps} taps. */
    Matrix before(ConvolutionShape shape, int group, int taps) {
        int width = shape.groupFilters();
        return start.of(weightsBefore, group * width, taps, width, shape.filters);
    }

    /** The same after the image. */
    Matrix after(ConvolutionShape shape, int group, int taps) {
        int width = shape.groupFilters();
        return end.of(weightsAfter, group * width, taps, width, shape.filters);
    }

    /** Ends an image: its sums become those before the next one. */
    void swap() {
        float[] swap = weightsBefore;
        weightsBefore = weightsAfter;
        weightsAfter = swap;
    }

    /**
     * db += Σ dz for one image, as dW of a constant input 1.
     *
     * @param origins a 0 for each row of dz
     */
    void addBias(ConvolutionShape shape, int[] origins, float[] dz, int at) {
        patches.set(
                left.of(one, 0, SELF, 0, origins),
                right.of(dz, at, origins.length, shape.filters, shape.filters),
                start.of(biasBefore, 0, 1, shape.filters, 0),
                end.of(biasAfter, 0, 1, shape.filters, shape.filters));
        float[] swap = biasBefore;
        biasBefore = biasAfter;
        biasAfter = swap;
    }

    /** Stores dW of the taps {@code from} (inclusive) to {@code to} (exclusive). */
    void storeWeights(IndexedConvolution layer, float[] g, int from, int to) {
        int filters = layer.shape.filters;
        System.arraycopy(weightsBefore, 0, g, layer.weights + from * filters, (to - from) * filters);
    }

    /** The same for taps in another order, {@code order[i]} the number of the tap in row i of dW. */
    void storeWeights(IndexedConvolution layer, float[] g, int from, int to, int[] order) {
        int filters = layer.shape.filters;
        for (int i = from; i < to; i++) {
            System.arraycopy(weightsBefore, (i - from) * filters, g, layer.weights + order[i] * filters, filters);
        }
    }

    /** Stores db. */
    void storeBias(IndexedConvolution layer, float[] g) {
        System.arraycopy(biasBefore, 0, g, layer.bias, layer.shape.filters);
    }
}
