package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.function.loops.ActivationLoops;
import jdk.incubator.vector.FloatVector;

/**
 * Maxima over pools of 2 × 2 pixels of a convolution with nine taps, such as a 3 × 3 kernel on grey images: all
 * weights stay in registers, and the sums are not stored.
 */
final class VectorNineTapPools {

    private static final int L = FloatVector.SPECIES_PREFERRED.length();

    private final VectorPoolTiles tiles = new VectorPoolTiles();
    private final ActivationLoops activations = new ActivationLoops();
    private float[] zeros = {};

    /** Whether a convolution has such sums, and its filters fill at least one vector. */
    static boolean suits(PooledShape shape) {
        return shape.convolution.taps.length == 9 && shape.poolSize() == 4 && shape.convolution.groupFilters() >= L;
    }

    /** {@link PatchSums#maxOfImages} with ReLU. */
    void max(IndexedPooledConvolution layer, PaddedImages x, float[] p, float[] a, float[] argmax, int at) {
        IndexedConvolution convolution = layer.convolution;
        ConvolutionShape shape = convolution.shape;
        boolean hasBias = convolution.hasBias();
        if (!hasBias) {
            zeros = Scratch.atLeast(shape.filters, zeros);
        }
        tiles.x = x.values;
        tiles.taps = shape.taps;
        tiles.pixels = layer.shape.pixels;
        tiles.p = p;
        tiles.w = convolution.weights;
        tiles.start = hasBias ? p : zeros;
        tiles.start0 = hasBias ? convolution.bias : 0;
        tiles.filters = shape.filters;
        tiles.a = a;
        tiles.argmax = argmax;
        int size = layer.shape.outputSize();
        for (int i = 0; i < x.count; i++) {
            int first = at + i * size;
            max(shape, x.at + i * x.stride, first);
            // max f(z) = f(max z) for ReLU, and there are fewer maxima than sums.
            activations.activate(convolution.activation, convolution.slope, a, a, first, first + size, shape.filters);
        }
    }

    /** One image, which begins at {@code image}. */
    private void max(ConvolutionShape shape, int image, int to) {
        int width = shape.groupFilters();
        for (int g = 0; g < shape.groups; g++) {
            tiles.at = image + g * shape.groupChannels();
            for (int f = 0; f < width; f += L) {
                int filter = g * width + Math.min(f, width - L);
                tiles.tile9(filter, to + filter);
            }
        }
    }
}
