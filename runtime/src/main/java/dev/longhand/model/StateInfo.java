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

    /** The name of an array of variances, which are at least 0. */
    public static final String VARIANCE = "runningVariance";

    /**
     * Checks numbers for this array.
     *
     * @param model the network's name in messages
     * @param values the numbers, {@link #size} of them from {@code from} on
     * @throws IllegalArgumentException if it's an array of variances and one is negative
     */
    public void require(String model, LayerInfo layer, float[] values, int from) {
        for (int i = 0; name.equals(VARIANCE) && i < size(); i++) {
            if (values[from + i] < 0) {
                throw new IllegalArgumentException("%s %s of layer \"%s\" of %s can't be %s: a variance is at least 0"
                        .formatted(name, i, layer.name(), model, values[from + i]));
            }
        }
    }

    /** The number of numbers. */
    public int size() {
        return shape.size();
    }
}
