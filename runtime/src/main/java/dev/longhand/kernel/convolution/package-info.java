/**
 * Convolutions, alone or fused with max pooling: {@link dev.longhand.kernel.convolution.ConvolutionKernels} is what
 * generated source calls, with a {@link dev.longhand.kernel.convolution.Convolution} or a {@link
 * dev.longhand.kernel.convolution.PooledConvolution} that describes the layer.
 */
@NullMarked
package dev.longhand.kernel.convolution;

import org.jspecify.annotations.NullMarked;
