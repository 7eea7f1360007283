package dev.longhand.kernel.convolution.loops;

import dev.longhand.Activation;
import dev.longhand.kernel.Kernels;
import dev.longhand.kernel.convolution.Convolution;
import dev.longhand.kernel.pool.Window;

/** A convolution layer with the index tables of its loops, which all its kernels share. */
public final class IndexedConvolution implements Convolution {

    final ConvolutionShape shape;
    final int weights;
    final int bias;
    final Activation activation;
    final float slope;

    private IndexedConvolution(ConvolutionShape shape, int weights, int bias, Activation activation, float slope) {
        this.shape = shape;
        this.weights = weights;
        this.bias = bias;
        this.activation = activation;
        this.slope = slope;
    }

    /** {@link Convolution#of}. */
    public static IndexedConvolution of(int height, int width, int channels, int filters, Window kernel) {
        return new IndexedConvolution(
                new ConvolutionShape(height, width, channels, filters, 1, kernel),
                0,
                Kernels.NO_BIAS,
                Activation.IDENTITY,
                0);
    }

    @Override
    public IndexedConvolution groups(int groups) {
        return new IndexedConvolution(
                new ConvolutionShape(shape.height, shape.width, shape.channels, shape.filters, groups, shape.window),
                weights,
                bias,
                activation,
                slope);
    }

    @Override
    public IndexedConvolution weights(int offset) {
        return new IndexedConvolution(shape, offset, bias, activation, slope);
    }

    @Override
    public IndexedConvolution bias(int offset) {
        return new IndexedConvolution(shape, weights, offset, activation, slope);
    }

    @Override
    public IndexedConvolution activation(Activation activation) {
        return activation(activation, activation.defaultSlope());
    }

    @Override
    public IndexedConvolution activation(Activation activation, float slope) {
        return new IndexedConvolution(shape, weights, bias, activation, slope);
    }

    boolean hasBias() {
        return bias != Kernels.NO_BIAS;
    }
}
