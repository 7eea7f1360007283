/** How pooling layers are computed: loops, and their distribution over threads. Not exported. */
@NullMarked
package dev.longhand.kernel.pool.loops;

import org.jspecify.annotations.NullMarked;
