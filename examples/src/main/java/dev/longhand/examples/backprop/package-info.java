/** Backpropagation on paper: the worked example of note 000, every number of it. */
@NullMarked
package dev.longhand.examples.backprop;

import org.jspecify.annotations.NullMarked;
