package dev.longhand.kernel.convolution;

import dev.longhand.Activation;
import dev.longhand.kernel.convolution.loops.IndexedConvolution;
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
public sealed interface Convolution permits IndexedConvolution {

    /**
     * A convolution in which every filter reads all channels, with its weights at 0, no bias and no activation
     * function.
     */
    static Convolution of(int height, int width, int channels, int filters, Window kernel) {
        return IndexedConvolution.of(height, width, channels, filters, kernel);
    }

    /**
     * The same with channels and filters divided into groups.
     *
     * @throws IllegalArgumentException if that leaves a remainder
     */
    Convolution groups(int groups);

    /** The same with W at {@code offset} in the parameters and in their gradients. */
    Convolution weights(int offset);

    /** The same with a bias b for each filter, at {@code offset} in the parameters and in their gradients. */
    Convolution bias(int offset);

    /** The same with an elementwise activation function. */
    Convolution activation(Activation activation);

    /** The same with an activation function and its slope. */
    Convolution activation(Activation activation, float slope);
}
