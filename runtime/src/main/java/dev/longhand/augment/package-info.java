/**
 * Data augmentation: random changes of images that leave their class as it is, so that a network sees other samples in
 * each epoch.
 *
 * <p>An {@link dev.longhand.augment.Augmentation} is immutable and draws all it needs from a key, an {@link
 * dev.longhand.augment.Image} has the buffers of one thread, and an {@link dev.longhand.augment.Augmenter} applies the
 * one to the rows of a batch with the other. What changes images knows nothing of training.
 */
@NullMarked
package dev.longhand.augment;

import org.jspecify.annotations.NullMarked;
