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
 * @param l1 the factor of the penalty on absolute values that replaces the optimizer's; NaN if none does
 * @param l2 the factor of the penalty on squares that replaces the optimizer's; NaN if none does
 */
public record ParameterInfo(
        String name, Shape shape, int offset, Initialization initialization, boolean penalized, float l1, float l2) {

    /** An array with the optimizer's penalties. */
    public ParameterInfo(String name, Shape shape, int offset, Initialization initialization, boolean penalized) {
        this(name, shape, offset, initialization, penalized, Float.NaN, Float.NaN);
    }

    /** The number of parameters. */
    public int size() {
        return shape.size();
    }

    /** The same with these penalties. */
    ParameterInfo withPenalties(float l1, float l2) {
        return new ParameterInfo(name, shape, offset, initialization, penalized, l1, l2);
    }
}
