/**
 * How convolutions are computed: the classes named Loops cut a pass into sums over patches, which a plain and a vector
 * implementation compute with the same bits; {@code ParallelConvolutions} divides a pass among threads. Not exported.
 */
@NullMarked
package dev.longhand.kernel.convolution.loops;

import org.jspecify.annotations.NullMarked;
