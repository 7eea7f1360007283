/**
 * Samples to train and evaluate on: {@link dev.longhand.data.Dataset} in memory, transforms fitted on
 * one data set and applied to others, and readers of files ({@link dev.longhand.data.Idx}, {@link
 * dev.longhand.data.Mnist}, {@link dev.longhand.data.Images}), which check everything that they read.
 *
 * <p>Gives flat arrays, one row a sample. Knows nothing of training.
 */
@NullMarked
package dev.longhand.data;

import org.jspecify.annotations.NullMarked;
