package dev.longhand.training.batch;

import dev.longhand.Shape;
import dev.longhand.augment.Augmentation;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a training that say which samples are in a batch, and how they are changed.
 *
 * @param size the samples of a batch
 * @param seed the seed of the order and of augmentation
 * @param isShuffled whether each epoch has a new random order
 * @param window the most samples of a source shuffled among themselves; 0 for the source's default
 * @param readers the threads that read a source ahead
 * @param augmentation how samples are changed; null for not at all
 * @param augmentedShape the shape of the images that are changed; null for the shape of the data
 */
public record BatchSettings(
        int size,
        long seed,
        boolean isShuffled,
        int window,
        int readers,
        @Nullable Augmentation augmentation,
        @Nullable Shape augmentedShape) {}
