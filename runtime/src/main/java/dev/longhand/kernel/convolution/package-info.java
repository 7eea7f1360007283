/**
 * Convolutions, alone or fused with max pooling: {@link dev.longhand.kernel.convolution.ConvolutionKernels} is what
 * generated source calls, with a {@link dev.longhand.kernel.convolution.Convolution} or a {@link
 * dev.longhand.kernel.convolution.PooledConvolution} that describes the layer. Behind it, the classes named Loops cut
 * a pass into sums over patches, which a plain and a vector implementation compute with the same bits.
 */
@NullMarked
package dev.longhand.kernel.convolution;

import org.jspecify.annotations.NullMarked;
