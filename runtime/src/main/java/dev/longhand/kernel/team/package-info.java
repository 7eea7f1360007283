/** Threads that share the kernels' larger jobs. */
@NullMarked
package dev.longhand.kernel.team;

import org.jspecify.annotations.NullMarked;
