package dev.longhand.processor.check;

import dev.longhand.Loss;

/**
 * The loss.
 *
 * @param loss which one
 * @param labelSmoothing the ε of cross-entropy, otherwise 0
 * @param delta the δ of Huber's loss, otherwise 1
 */
public record LossSettings(Loss loss, float labelSmoothing, float delta) {}
