/** Derivatives and gradient descent, on functions that can be plotted. Notes 001, 002 and 003. */
@NullMarked
package dev.longhand.examples.descent;

import org.jspecify.annotations.NullMarked;
