/** Activation functions of single numbers, and kernels that apply them to whole batches. */
@NullMarked
package dev.longhand.kernel.function;

import org.jspecify.annotations.NullMarked;
