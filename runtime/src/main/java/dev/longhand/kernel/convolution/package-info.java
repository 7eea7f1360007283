/** Convolutions, also fused with max pooling: shapes, the contract that generated source calls, and the loops. */
@NullMarked
package dev.longhand.kernel.convolution;

import org.jspecify.annotations.NullMarked;
