/** Chooses the kernels of this process, once, and makes them for a number of threads. */
@NullMarked
package dev.longhand.kernel.provider;

import org.jspecify.annotations.NullMarked;
