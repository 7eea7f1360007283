package dev.longhand.kernel.convolution;

/**
 * A convolution layer fused with the max pooling after it: only the maximum of each pool is stored. Pools of
 * {@code poolHeight} × {@code poolWidth} pixels lie side by side; rows and columns that don't fill a pool are left
 * out.
 */
public final class PooledConvolution {

    final Convolution convolution;
    final PooledShape shape;

    private PooledConvolution(Convolution convolution, PooledShape shape) {
        this.convolution = convolution;
        this.shape = shape;
    }

    /** A convolution and the maximum of each {@code poolHeight} × {@code poolWidth} pixels of its output. */
    public static PooledConvolution of(Convolution convolution, int poolHeight, int poolWidth) {
        return new PooledConvolution(convolution, new PooledShape(convolution.shape, poolHeight, poolWidth));
    }
}
