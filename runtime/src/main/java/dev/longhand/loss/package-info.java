/**
 * The losses: each gives the mean loss of a batch and writes its gradient. Receives flat arrays and
 * sizes; knows nothing of models, training and data.
 */
@NullMarked
package dev.longhand.loss;

import org.jspecify.annotations.NullMarked;
