package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.convolution.Convolution;
import dev.longhand.kernel.convolution.ConvolutionKernels;
import dev.longhand.kernel.convolution.PooledConvolution;

/**
 * Convolutions on top of sums over patches, for any range of the samples of a result, or of the weights of a
 * gradient: threads can share an operation without splitting a sum.
 */
final class ConvolutionLoops implements ConvolutionKernels {

    private final ForwardLoops forward;
    private final PooledForwardLoops pooledForward;
    private final WeightGradientLoops gradient;
    private final PooledWeightGradientLoops pooledGradient;
    private final InputGradientLoops inputGradient;
    private final PooledInputGradientLoops pooledInputGradient;
    private final PooledGradient pooled = new PooledGradient();

    ConvolutionLoops(PatchSums patches) {
        PaddedImages images = new PaddedImages();
        GradientSums sums = new GradientSums(patches);
        forward = new ForwardLoops(patches, images);
        pooledForward = new PooledForwardLoops(patches, images, forward);
        gradient = new WeightGradientLoops(patches, images, sums);
        pooledGradient = new PooledWeightGradientLoops(patches, images, sums);
        inputGradient = new InputGradientLoops(patches);
        pooledInputGradient = new PooledInputGradientLoops(patches);
    }

    @Override
    public void forward(Convolution layer, float[] x, float[] p, float[] a, int n) {
        forward((IndexedConvolution) layer, x, p, a, 0, n);
    }

    /** {@link ConvolutionKernels#forward} for the samples {@code from} (inclusive) to {@code to} (exclusive). */
    void forward(IndexedConvolution layer, float[] x, float[] p, float[] a, int from, int to) {
        forward.run(layer, x, p, a, from, to);
    }

    @Override
    public void gradient(Convolution layer, float[] x, float[] dz, float[] g, int n) {
        IndexedConvolution indexed = (IndexedConvolution) layer;
        gradient(indexed, x, dz, g, n, 0, parts(indexed));
    }

    /** The number of parts a gradient can be split into. */
    static int parts(IndexedConvolution layer) {
        return layer.shape.taps.length;
    }

    /**
     * {@link ConvolutionKernels#gradient} for the {@link #parts} {@code from} (inclusive) to {@code to} (exclusive).
     */
    void gradient(IndexedConvolution layer, float[] x, float[] dz, float[] g, int n, int from, int to) {
        gradient.run(layer, x, dz, g, n, from, to);
    }

    @Override
    public void inputGradient(Convolution layer, float[] dz, float[] p, float[] dx, int n) {
        inputGradient((IndexedConvolution) layer, dz, p, dx, 0, n);
    }

    /** {@link ConvolutionKernels#inputGradient} for the samples {@code from} (inclusive) to {@code to} (exclusive). */
    void inputGradient(IndexedConvolution layer, float[] dz, float[] p, float[] dx, int from, int to) {
        inputGradient.run(layer, dz, p, dx, from, to);
    }

    @Override
    public void forward(PooledConvolution layer, float[] x, float[] p, float[] a, float[] argmax, int n) {
        forward((IndexedPooledConvolution) layer, x, p, a, argmax, 0, n);
    }

    /** {@link ConvolutionKernels#forward} for the samples {@code from} (inclusive) to {@code to} (exclusive). */
    void forward(IndexedPooledConvolution layer, float[] x, float[] p, float[] a, float[] argmax, int from, int to) {
        pooledForward.run(layer, x, p, a, argmax, from, to);
    }

    @Override
    public void gradient(PooledConvolution layer, float[] x, float[] argmax, float[] dz, float[] g, int n) {
        IndexedPooledConvolution indexed = (IndexedPooledConvolution) layer;
        gradient(indexed.convolution, pooled.of(indexed.shape, argmax, dz), x, g, n, 0, parts(indexed));
    }

    /** The number of parts a gradient can be split into. */
    static int parts(IndexedPooledConvolution layer) {
        return PooledWeightGradientLoops.parts(layer.convolution.shape);
    }

    /**
     * {@link ConvolutionKernels#gradient} for the {@link #parts} {@code from} (inclusive) to {@code to} (exclusive).
     */
    void gradient(IndexedConvolution layer, PooledGradient dz, float[] x, float[] g, int n, int from, int to) {
        pooledGradient.run(layer, dz, x, g, n, from, to);
    }

    @Override
    public void inputGradient(PooledConvolution layer, float[] argmax, float[] dz, float[] p, float[] dx, int n) {
        IndexedPooledConvolution indexed = (IndexedPooledConvolution) layer;
        inputGradient(indexed.convolution, pooled.of(indexed.shape, argmax, dz), p, dx, 0, n);
    }

    /** {@link ConvolutionKernels#inputGradient} for the samples {@code from} (inclusive) to {@code to} (exclusive). */
    void inputGradient(IndexedConvolution layer, PooledGradient dz, float[] p, float[] dx, int from, int to) {
        pooledInputGradient.run(layer, dz, p, dx, from, to);
    }
}
