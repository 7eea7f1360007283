/** Chooses between plain and vector kernels, once per process, and creates the kernels for a team of threads. */
@NullMarked
package dev.longhand.kernel.provider;

import org.jspecify.annotations.NullMarked;
