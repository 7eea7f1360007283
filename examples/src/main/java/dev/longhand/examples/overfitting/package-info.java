/** Overfitting, and what helps against it: each remedy at work on few handwritten digits. */
@NullMarked
package dev.longhand.examples.overfitting;

import org.jspecify.annotations.NullMarked;
