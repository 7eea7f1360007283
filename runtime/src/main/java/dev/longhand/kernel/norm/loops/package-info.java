/** How batch norm and layer norm are computed: loops, and their distribution over threads. Not exported. */
@NullMarked
package dev.longhand.kernel.norm.loops;

import org.jspecify.annotations.NullMarked;
