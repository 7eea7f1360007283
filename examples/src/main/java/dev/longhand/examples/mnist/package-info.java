/**
 * Handwritten digits: MNIST with the networks of notes 001, 002 and 004, and the best dense one found.
 */
@NullMarked
package dev.longhand.examples.mnist;

import org.jspecify.annotations.NullMarked;
