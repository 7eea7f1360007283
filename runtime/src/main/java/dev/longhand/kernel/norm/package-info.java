/** Batch norm and layer norm: what generated source calls, and the description of a layer. */
@NullMarked
package dev.longhand.kernel.norm;

import org.jspecify.annotations.NullMarked;
