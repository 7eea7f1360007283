package dev.longhand.kernel.convolution;

import dev.longhand.Activation;
import dev.longhand.kernel.pool.Window;

/**
 * A convolution layer: the shape of its images and filters, the offsets of its parameters, its activation. Images of
 * {@code height} × {@code width} × {@code channels} become images of output height × output width × {@code filters}.
 *
 * <p>Arrays are flat, channels innermost: x is [n][height][width][channels], z [n][output height][output width]
 * [filters], W [kernel height][kernel width][channels/groups][filters]. Filter f belongs to group
 * f/(filters/groups) and reads the channels of that group only; if the numbers of groups and channels are equal, the convolution
 * is depthwise.
 */
public final class Convolution {

    /** The offset of a missing bias: sums start from 0. */
    static final int NO_BIAS = ConvolutionKernels.NO_BIAS;

    final ConvolutionShape shape;
    final int w;
    final int b;
    final Activation activation;
    final float slope;

    private Convolution(ConvolutionShape shape, int w, int b, Activation activation, float slope) {
        this.shape = shape;
        this.w = w;
        this.b = b;
        this.activation = activation;
        this.slope = slope;
    }

    /**
     * A convolution in which every filter reads all channels, with its weights at 0, no bias and no activation
     * function.
     */
    public static Convolution of(int height, int width, int channels, int filters, Window kernel) {
        return new Convolution(
                new ConvolutionShape(height, width, channels, filters, 1, kernel), 0, NO_BIAS, Activation.IDENTITY, 0);
    }

    /**
     * The same with channels and filters divided into groups.
     *
     * @throws IllegalArgumentException if that leaves a remainder
     */
    public Convolution groups(int groups) {
        return new Convolution(
                new ConvolutionShape(shape.height, shape.width, shape.channels, shape.filters, groups, shape.window),
                w,
                b,
                activation,
                slope);
    }

    /** The same with W at {@code offset} in the parameters and in their gradients. */
    public Convolution weights(int offset) {
        return new Convolution(shape, offset, b, activation, slope);
    }

    /** The same with a bias b for each filter, at {@code offset} in the parameters and in their gradients. */
    public Convolution bias(int offset) {
        return new Convolution(shape, w, offset, activation, slope);
    }

    /** The same with an elementwise activation function. */
    public Convolution activation(Activation activation) {
        return activation(activation, activation.defaultSlope());
    }

    /** The same with an activation function and its slope. */
    public Convolution activation(Activation activation, float slope) {
        return new Convolution(shape, w, b, activation, slope);
    }

    boolean hasBias() {
        return b != NO_BIAS;
    }
}
