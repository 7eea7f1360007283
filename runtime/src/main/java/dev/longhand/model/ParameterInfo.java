package dev.longhand.model;

import dev.longhand.Shape;
import dev.longhand.initializer.Initialization;

/**
 * One array of trained parameters.
 *
 * @param name its name in the layer: {@code weight} or {@code bias}, of recurrent layers also {@code recurrentWeight} or
 *     {@code recurrentBias}, of normalizations {@code gamma} or {@code beta}
 * @param shape its dimensions, in the order it's stored in
 * @param offset where it starts in the model's flat array
 * @param initialization its initial distribution, or its initial values
 * @param penalized whether penalties apply to it: true for weights, false for biases, whose growth is harmless, and for
 *     the γ and β of a normalization, which only scale and shift its outputs
 */
public record ParameterInfo(String name, Shape shape, int offset, Initialization initialization, boolean penalized) {

    /** The number of parameters. */
    public int size() {
        return shape.size();
    }
}
