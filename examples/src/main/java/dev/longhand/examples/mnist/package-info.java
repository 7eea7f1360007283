/**
 * Handwritten digits: MNIST with the networks of notes 001 to 004, dense, convolutional, residual and recurrent ones,
 * and the best ones found.
 */
@NullMarked
package dev.longhand.examples.mnist;

import org.jspecify.annotations.NullMarked;
