package dev.longhand.kernel.convolution.loops;

import dev.longhand.Activation;
import dev.longhand.kernel.convolution.ConvolutionKernels;
import dev.longhand.kernel.function.loops.ActivationLoops;
import dev.longhand.kernel.matrix.Matrix;

/** The forward pass of a convolution with max pooling. */
final class PooledForwardLoops {

    /** Pre-pooling sums that fit a first-level cache of 32 KiB together with their inputs. */
    private static final int BLOCK = 4096;

    /** Floats of padded images that fit a second-level cache of 512 KiB. */
    private static final int IMAGES = 32 * 1024;

    private final PatchSums patches;
    private final PaddedImages images;
    private final ForwardLoops forward;
    private final ActivationLoops activations = new ActivationLoops();
    private final Matrix sums = new Matrix();
    private float[] z = {};

    PooledForwardLoops(PatchSums patches, PaddedImages images, ForwardLoops forward) {
        this.patches = patches;
        this.images = images;
        this.forward = forward;
    }

    /** {@link ConvolutionKernels#forward} for the samples {@code from} (inclusive) to {@code to} (exclusive). */
    void run(IndexedPooledConvolution layer, float[] x, float[] p, float[] a, float[] argmax, int from, int to) {
        if (patches.fusesPools(layer, to - from)) {
            maxOfImages(layer, x, p, a, argmax, from, to);
            return;
        }
        ConvolutionShape shape = layer.convolution.shape;
        int size = layer.shape.poolSize() * shape.filters;
        z = Scratch.atLeast(Math.max(1, Math.min(layer.shape.pools(), BLOCK / size)) * size, z);
        // max f(z) = f(max z) for ReLU, and there are fewer maxima than sums.
        boolean poolsFirst = layer.convolution.activation == Activation.RELU;
        for (int s = from; s < to; s++) {
            images.of(shape, x, s, 1);
            int at = s * layer.shape.outputSize();
            maxOfImage(layer, p, a, argmax, at, poolsFirst);
            if (poolsFirst) {
                activate(layer.convolution, a, at, at + layer.shape.outputSize());
            }
        }
    }

    /** Sums and pools the current image in blocks. */
    private void maxOfImage(
            IndexedPooledConvolution layer, float[] p, float[] a, float[] argmax, int at, boolean poolsFirst) {
        int filters = layer.convolution.shape.filters;
        int poolSize = layer.shape.poolSize();
        int size = poolSize * filters;
        int most = Math.max(1, Math.min(layer.shape.pools(), BLOCK / size));
        for (int pool = 0; pool < layer.shape.pools(); pool += most) {
            int count = Math.min(most, layer.shape.pools() - pool);
            sums.of(z, 0, count * poolSize, filters);
            forward.sums(layer.convolution, layer.shape.pixels, pool * poolSize, p, sums);
            if (!poolsFirst) {
                activate(layer.convolution, z, 0, count * size);
            }
            patches.maxOfPools(layer.shape, z, count, a, argmax, at + pool * filters);
        }
    }

    private void activate(IndexedConvolution layer, float[] a, int from, int to) {
        activations.activate(layer.activation, layer.slope, a, a, from, to, layer.shape.filters);
    }

    private void maxOfImages(
            IndexedPooledConvolution layer, float[] x, float[] p, float[] a, float[] argmax, int from, int to) {
        ConvolutionShape shape = layer.convolution.shape;
        int most = Math.max(1, IMAGES / shape.paddedSize());
        for (int s = from; s < to; s += most) {
            images.of(shape, x, s, Math.min(most, to - s));
            patches.maxOfImages(layer, images, p, a, argmax, s * layer.shape.outputSize());
        }
    }
}
