/** Pooling: its windows and its loops. */
@NullMarked
package dev.longhand.kernel.pool;

import org.jspecify.annotations.NullMarked;
