/**
 * What is wrong with a training: settings and data that can hardly be meant, before the first step, and the place of the
 * first number that isn't finite, during it.
 */
@NullMarked
package dev.longhand.training.guard;

import org.jspecify.annotations.NullMarked;
