/** Layers that treat each number by itself: activations, dropout and Gaussian noise. */
@NullMarked
package dev.longhand.processor.layer.pointwise;

import org.jspecify.annotations.NullMarked;
