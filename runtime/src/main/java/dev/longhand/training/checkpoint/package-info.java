/**
 * The files of checkpoints: when they are written, what they hold, and how a training is restored from one.
 */
@NullMarked
package dev.longhand.training.checkpoint;

import org.jspecify.annotations.NullMarked;
