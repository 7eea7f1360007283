package dev.longhand.model;

import dev.longhand.Shape;

/**
 * One array of a layer's state: numbers that training updates, but not by gradients, such as batch norm's running
 * mean.
 *
 * @param name its name in the layer: {@code runningMean}
 * @param shape its dimensions, in the order it's stored in
 * @param offset where it starts in the model's array of state, {@link Parameters#state}
 * @param start the initial value of its numbers
 */
public record StateInfo(String name, Shape shape, int offset, float start) {

    /** The number of numbers. */
    public int size() {
        return shape.size();
    }
}
