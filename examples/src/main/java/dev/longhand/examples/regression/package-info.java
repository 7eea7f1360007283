/** A line through points: the smallest network, compared with the exact solution. Note 002. */
@NullMarked
package dev.longhand.examples.regression;

import org.jspecify.annotations.NullMarked;
