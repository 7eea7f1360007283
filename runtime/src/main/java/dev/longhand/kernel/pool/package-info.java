/**
 * Pooling: {@link dev.longhand.kernel.pool.PoolKernels} is what generated source calls, {@link
 * dev.longhand.kernel.pool.Pooling} the shape of a layer, {@link dev.longhand.kernel.pool.Window} a pool or the
 * kernel of a convolution.
 */
@NullMarked
package dev.longhand.kernel.pool;

import org.jspecify.annotations.NullMarked;
