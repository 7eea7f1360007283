/** Activation functions: of single numbers, of rows, and what generated source calls for whole batches. */
@NullMarked
package dev.longhand.kernel.function;

import org.jspecify.annotations.NullMarked;
