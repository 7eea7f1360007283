package dev.longhand.optimizer;

import dev.longhand.model.ModelInfo;

/**
 * Adam with weight decay beside the gradient, not through it: p ← (1 − η·λ)·p, then a step of {@link
 * Adam} (Loshchilov and Hutter, "Decoupled weight decay regularization", 2019).
 *
 * <p>λ holds for weights only, not for biases (PyTorch decays both unless told otherwise).
 *
 * <p>Keeps the arrays {@code m} and {@code v}.
 *
 * @param learningRate η, above 0, default 0.001
 * @param beta1 β₁, from 0 to below 1, default 0.9
 * @param beta2 β₂, from 0 to below 1, default 0.999
 * @param epsilon ε, above 0, default 1e-8
 * @param weightDecay λ, at least 0, default 0.01
 * @param l1 see {@link Optimizer}, default 0
 * @param l2 see {@link Optimizer}, default 0
 */
public record AdamW(
        double learningRate, double beta1, double beta2, double epsilon, double weightDecay, double l1, double l2)
        implements Optimizer {

    /** Checks the settings. */
    public AdamW {
        Settings.positive("learningRate", learningRate);
        Settings.share("beta1", beta1);
        Settings.share("beta2", beta2);
        Settings.positive("epsilon", epsilon);
        Settings.notNegative("weightDecay", weightDecay);
        Settings.penalties(l1, l2);
    }

    /** AdamW with all defaults. */
    public static AdamW defaults() {
        return new AdamW(0.001, 0.9, 0.999, 1e-8, 0.01, 0, 0);
    }

    /** AdamW with this learning rate and the other defaults. */
    public static AdamW learningRate(double learningRate) {
        AdamW defaults = defaults();
        return new AdamW(
                learningRate,
                defaults.beta1,
                defaults.beta2,
                defaults.epsilon,
                defaults.weightDecay,
                defaults.l1,
                defaults.l2);
    }

    /** The same with this β₁. */
    public AdamW beta1(double beta1) {
        return new AdamW(learningRate, beta1, beta2, epsilon, weightDecay, l1, l2);
    }

    /** The same with this β₂. */
    public AdamW beta2(double beta2) {
        return new AdamW(learningRate, beta1, beta2, epsilon, weightDecay, l1, l2);
    }

    /** The same with this ε. */
    public AdamW epsilon(double epsilon) {
        return new AdamW(learningRate, beta1, beta2, epsilon, weightDecay, l1, l2);
    }

    /** The same with this weight decay. */
    public AdamW weightDecay(double weightDecay) {
        return new AdamW(learningRate, beta1, beta2, epsilon, weightDecay, l1, l2);
    }

    /** The same with this penalty on the weights' absolute values. */
    public AdamW l1(double l1) {
        return new AdamW(learningRate, beta1, beta2, epsilon, weightDecay, l1, l2);
    }

    /** The same with this penalty on the weights' squares. */
    public AdamW l2(double l2) {
        return new AdamW(learningRate, beta1, beta2, epsilon, weightDecay, l1, l2);
    }

    @Override
    public OptimizerState start(ModelInfo model) {
        return new Adam.State(model, new Adam(learningRate, beta1, beta2, epsilon, l1, l2), weightDecay);
    }
}
