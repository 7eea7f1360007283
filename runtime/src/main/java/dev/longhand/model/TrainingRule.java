package dev.longhand.model;

/**
 * What a declaration says about the training of an array of parameters.
 *
 * @param penalized whether penalties apply to it: true for weights, false for biases, whose growth is harmless, and for
 *     the γ and β of a normalization, which only scale and shift its outputs
 * @param l1 the factor of the penalty on absolute values that replaces the optimizer's; NaN if none does
 * @param l2 the factor of the penalty on squares that replaces the optimizer's; NaN if none does
 * @param frozen whether it keeps its values, unless the trainer says otherwise
 */
public record TrainingRule(boolean penalized, float l1, float l2, boolean frozen) {

    /** Trained, with the optimizer's penalties. */
    static TrainingRule trained(boolean penalized) {
        return new TrainingRule(penalized, Float.NaN, Float.NaN, false);
    }

    /** The same with this l1, where penalties apply. */
    TrainingRule withL1(float l1) {
        return penalized ? new TrainingRule(true, l1, l2, frozen) : this;
    }

    /** The same with this l2, where penalties apply. */
    TrainingRule withL2(float l2) {
        return penalized ? new TrainingRule(true, l1, l2, frozen) : this;
    }

    /** The same, keeping its values. */
    TrainingRule freeze() {
        return new TrainingRule(penalized, l1, l2, true);
    }
}
