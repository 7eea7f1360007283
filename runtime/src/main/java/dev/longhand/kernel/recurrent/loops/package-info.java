/** How recurrent layers are computed: loops over time, and their distribution over threads. Not exported. */
@NullMarked
package dev.longhand.kernel.recurrent.loops;

import org.jspecify.annotations.NullMarked;
