package dev.longhand.kernel.convolution.loops;

import dev.longhand.kernel.convolution.Convolution;
import dev.longhand.kernel.convolution.PooledConvolution;

/** A convolution layer fused with the max pooling after it, with the index tables of its loops. */
public final class IndexedPooledConvolution implements PooledConvolution {

    final IndexedConvolution convolution;
    final PooledShape shape;

    private IndexedPooledConvolution(IndexedConvolution convolution, PooledShape shape) {
        this.convolution = convolution;
        this.shape = shape;
    }

    /** {@link PooledConvolution#of}. */
    public static IndexedPooledConvolution of(Convolution convolution, int poolHeight, int poolWidth) {
        IndexedConvolution indexed = (IndexedConvolution) convolution;
        return new IndexedPooledConvolution(indexed, new PooledShape(indexed.shape, poolHeight, poolWidth));
    }
}
