package dev.longhand.kernel.convolution.loops;

import dev.longhand.Activation;
import dev.longhand.kernel.convolution.Convolution;
import dev.longhand.kernel.convolution.ConvolutionKernels;
import dev.longhand.kernel.pool.Window;

/** A convolution layer with the index tables of its loops, which all its kernels share. */
public final class IndexedConvolution implements Convolution {

    /** The offset of a missing bias: sums start from 0. */
    static final int NO_BIAS = ConvolutionKernels.NO_BIAS;

    final ConvolutionShape shape;
    final int w;
    final int b;
    final Activation activation;
    final float slope;

    private IndexedConvolution(ConvolutionShape shape, int w, int b, Activation activation, float slope) {
        this.shape = shape;
        this.w = w;
        this.b = b;
        this.activation = activation;
        this.slope = slope;
    }

    /** {@link Convolution#of}. */
    public static IndexedConvolution of(int height, int width, int channels, int filters, Window kernel) {
        return new IndexedConvolution(
                new ConvolutionShape(height, width, channels, filters, 1, kernel), 0, NO_BIAS, Activation.IDENTITY, 0);
    }

    @Override
    public IndexedConvolution groups(int groups) {
        return new IndexedConvolution(
                new ConvolutionShape(shape.height, shape.width, shape.channels, shape.filters, groups, shape.window),
                w,
                b,
                activation,
                slope);
    }

    @Override
    public IndexedConvolution weights(int offset) {
        return new IndexedConvolution(shape, offset, b, activation, slope);
    }

    @Override
    public IndexedConvolution bias(int offset) {
        return new IndexedConvolution(shape, w, offset, activation, slope);
    }

    @Override
    public IndexedConvolution activation(Activation activation) {
        return activation(activation, activation.defaultSlope());
    }

    @Override
    public IndexedConvolution activation(Activation activation, float slope) {
        return new IndexedConvolution(shape, w, b, activation, slope);
    }

    boolean hasBias() {
        return b != NO_BIAS;
    }
}
