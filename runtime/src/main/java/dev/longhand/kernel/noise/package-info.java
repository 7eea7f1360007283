/** Normally distributed random numbers, many at a time, for layers and for augmentation. Not exported. */
@NullMarked
package dev.longhand.kernel.noise;

import org.jspecify.annotations.NullMarked;
