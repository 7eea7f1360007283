/** Compiles vector kernels in the background while plain kernels do the work. */
@NullMarked
package dev.longhand.kernel.warmup;

import org.jspecify.annotations.NullMarked;
