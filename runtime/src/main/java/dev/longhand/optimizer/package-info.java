/**
 * How gradients change parameters: {@link dev.longhand.optimizer.Optimizer} holds immutable settings,
 * {@link dev.longhand.optimizer.OptimizerState} its state during one training, {@link
 * dev.longhand.optimizer.Schedule} how the learning rate changes over a training.
 *
 * <p>Receives flat arrays of parameters and gradients and the model's description; knows nothing of
 * data, batches and epochs.
 */
@NullMarked
package dev.longhand.optimizer;

import org.jspecify.annotations.NullMarked;
