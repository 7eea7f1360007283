/** Convolutions of images and of sequences: a = f(x ∗ W + b), as calls of kernels or as loops. */
@NullMarked
package dev.longhand.processor.layer.convolution;

import org.jspecify.annotations.NullMarked;
