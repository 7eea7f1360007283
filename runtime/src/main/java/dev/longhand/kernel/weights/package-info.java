/**
 * Weights of a model in the form that products read, copied once for all predictions. Knows arrays, but neither layers nor
 * products. Not exported.
 */
@NullMarked
package dev.longhand.kernel.weights;

import org.jspecify.annotations.NullMarked;
