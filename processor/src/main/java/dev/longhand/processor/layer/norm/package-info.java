/** Batch norm and layer norm, and how a batch norm is folded into the convolution before it for predictions. */
@NullMarked
package dev.longhand.processor.layer.norm;

import org.jspecify.annotations.NullMarked;
