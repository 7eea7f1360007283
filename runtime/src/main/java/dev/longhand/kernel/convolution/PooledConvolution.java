package dev.longhand.kernel.convolution;

import dev.longhand.kernel.convolution.loops.IndexedPooledConvolution;

/**
 * A convolution layer fused with the max pooling after it: only the maximum of each pool is stored. Pools of
 * {@code poolHeight} × {@code poolWidth} pixels lie side by side; rows and columns that don't fill a pool are left
 * out.
 */
public sealed interface PooledConvolution permits IndexedPooledConvolution {

    /** A convolution and the maximum of each {@code poolHeight} × {@code poolWidth} pixels of its output. */
    static PooledConvolution of(Convolution convolution, int poolHeight, int poolWidth) {
        return IndexedPooledConvolution.of(convolution, poolHeight, poolWidth);
    }
}
