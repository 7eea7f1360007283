/**
 * How far a training is: all that, with the parameters and the optimizer's state, a training goes on from. Written by the
 * training, kept by checkpoints.
 */
@NullMarked
package dev.longhand.training.state;

import org.jspecify.annotations.NullMarked;
