package dev.longhand.optimizer;

import dev.longhand.model.ModelInfo;

/**
 * The settings of an update rule, which changes parameters by their gradients. Immutable: one optimizer may serve any
 * number of trainings.
 *
 * <p>In the formulas of the implementations p is a parameter, g its gradient, η the learning rate
 * times the factor of the {@link Schedule}, t the number of this step, counted from 1; all operations
 * are element by element. Formulas and defaults are PyTorch's.
 *
 * <p>All optimizers support penalties on the weights, 0 by default: {@code l2} adds l2·p to g, which is the
 * gradient of ½·l2·Σp²; {@code l1} adds l1·sign(p), the gradient of l1·Σ|p|. They apply to weights
 * only, not to biases ({@link dev.longhand.model.ParameterInfo#penalized()}), and reported losses
 * don't include them.
 */
public interface Optimizer {

    /** η of the formulas, before a {@link Schedule}'s factor. */
    double learningRate();

    /** The factor of the penalty on the weights' absolute values; 0 for none. */
    double l1();

    /** The factor of the penalty on the weights' squares; 0 for none. */
    double l2();

    /** The state of one training of a model, before its first step. */
    OptimizerState start(ModelInfo model);
}
