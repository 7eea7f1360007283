/**
 * How activation functions of whole batches are computed: loops that C2 vectorizes, and their distribution over threads.
 * Loops of other families call them too. Not exported.
 */
@NullMarked
package dev.longhand.kernel.function.loops;

import org.jspecify.annotations.NullMarked;
