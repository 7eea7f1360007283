/** Batch norm and layer norm: the contract that generated source calls, and the loops. */
@NullMarked
package dev.longhand.kernel.norm;

import org.jspecify.annotations.NullMarked;
