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
 * @param rule what its declaration says about its training
 */
public record ParameterInfo(String name, Shape shape, int offset, Initialization initialization, TrainingRule rule) {

    /** The number of parameters. */
    public int size() {
        return shape.size();
    }

    /** Whether penalties apply to it. */
    public boolean penalized() {
        return rule.penalized();
    }

    /** The factor of the penalty on absolute values that replaces the optimizer's; NaN if none does. */
    public float l1() {
        return rule.l1();
    }

    /** The factor of the penalty on squares that replaces the optimizer's; NaN if none does. */
    public float l2() {
        return rule.l2();
    }

    /** The same with another rule. */
    ParameterInfo with(TrainingRule rule) {
        return new ParameterInfo(name, shape, offset, initialization, rule);
    }
}
