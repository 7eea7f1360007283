package dev.longhand.processor.check;

import dev.longhand.Loss;

/**
 * The loss of one output.
 *
 * @param layer the index of the layer that is the output
 * @param loss the loss
 * @param labelSmoothing the ε of cross-entropy, otherwise 0
 * @param delta the δ of Huber's loss, otherwise 1
 * @param weight what it's multiplied by in the loss of the network
 */
public record OutputLoss(int layer, Loss loss, float labelSmoothing, float delta, float weight) {}
