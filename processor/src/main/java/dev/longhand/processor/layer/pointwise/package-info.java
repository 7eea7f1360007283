/** Elementwise layers: activations, dropout and Gaussian noise. */
@NullMarked
package dev.longhand.processor.layer.pointwise;

import org.jspecify.annotations.NullMarked;
