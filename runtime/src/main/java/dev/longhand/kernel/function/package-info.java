/** Activation functions: of single numbers, as generated source calls them, and in loops over arrays. */
@NullMarked
package dev.longhand.kernel.function;

import org.jspecify.annotations.NullMarked;
