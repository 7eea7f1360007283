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
    public void forward(Convolution c, float[] x, float[] p, float[] a, int n) {
        forward((IndexedConvolution) c, x, p, a, 0, n);
    }

    /** {@link ConvolutionKernels#forward} for the samples {@code from} (inclusive) to {@code to} (exclusive). */
    void forward(IndexedConvolution c, float[] x, float[] p, float[] a, int from, int to) {
        forward.run(c, x, p, a, from, to);
    }

    @Override
    public void gradient(Convolution c, float[] x, float[] dz, float[] g, int n) {
        IndexedConvolution indexed = (IndexedConvolution) c;
        gradient(indexed, x, dz, g, n, 0, parts(indexed));
    }

    /** The number of parts a gradient can be split into. */
    static int parts(IndexedConvolution c) {
        return c.shape.taps.length;
    }

    /**
     * {@link ConvolutionKernels#gradient} for the {@link #parts} {@code from} (inclusive) to {@code to} (exclusive).
     */
    void gradient(IndexedConvolution c, float[] x, float[] dz, float[] g, int n, int from, int to) {
        gradient.run(c, x, dz, g, n, from, to);
    }

    @Override
    public void inputGradient(Convolution c, float[] dz, float[] p, float[] dx, int n) {
        inputGradient((IndexedConvolution) c, dz, p, dx, 0, n);
    }

    /** {@link ConvolutionKernels#inputGradient} for the samples {@code from} (inclusive) to {@code to} (exclusive). */
    void inputGradient(IndexedConvolution c, float[] dz, float[] p, float[] dx, int from, int to) {
        inputGradient.run(c, dz, p, dx, from, to);
    }

    @Override
    public void forward(PooledConvolution c, float[] x, float[] p, float[] a, float[] argmax, int n) {
        forward((IndexedPooledConvolution) c, x, p, a, argmax, 0, n);
    }

    /** {@link ConvolutionKernels#forward} for the samples {@code from} (inclusive) to {@code to} (exclusive). */
    void forward(IndexedPooledConvolution c, float[] x, float[] p, float[] a, float[] argmax, int from, int to) {
        pooledForward.run(c, x, p, a, argmax, from, to);
    }

    @Override
    public void gradient(PooledConvolution c, float[] x, float[] argmax, float[] dz, float[] g, int n) {
        IndexedPooledConvolution indexed = (IndexedPooledConvolution) c;
        gradient(indexed.convolution, pooled.of(indexed.shape, argmax, dz), x, g, n, 0, parts(indexed));
    }

    /** The number of parts a gradient can be split into. */
    static int parts(IndexedPooledConvolution c) {
        return PooledWeightGradientLoops.parts(c.convolution.shape);
    }

    /**
     * {@link ConvolutionKernels#gradient} for the {@link #parts} {@code from} (inclusive) to {@code to} (exclusive).
     */
    void gradient(IndexedConvolution c, PooledGradient dz, float[] x, float[] g, int n, int from, int to) {
        pooledGradient.run(c, dz, x, g, n, from, to);
    }

    @Override
    public void inputGradient(PooledConvolution c, float[] argmax, float[] dz, float[] p, float[] dx, int n) {
        IndexedPooledConvolution indexed = (IndexedPooledConvolution) c;
        inputGradient(indexed.convolution, pooled.of(indexed.shape, argmax, dz), p, dx, 0, n);
    }

    /** {@link ConvolutionKernels#inputGradient} for the samples {@code from} (inclusive) to {@code to} (exclusive). */
    void inputGradient(IndexedConvolution c, PooledGradient dz, float[] p, float[] dx, int from, int to) {
        pooledInputGradient.run(c, dz, p, dx, from, to);
    }
}
