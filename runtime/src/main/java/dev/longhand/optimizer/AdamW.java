package dev.longhand.optimizer;

import dev.longhand.model.ModelInfo;

/**
 * Adam with decoupled weight decay: p ← (1 − η·λ)·p, then a step of {@link
 * Adam} (Loshchilov and Hutter, "Decoupled weight decay regularization", 2019).
 *
 * <p>λ applies to weights only, not to biases (PyTorch decays both unless told otherwise).
 *
 * <p>Its state is the arrays {@code m} and {@code v}.
 */
public final class AdamW extends ConfiguredOptimizer {

    private static final Settings DEFAULTS = Settings.learningRate(0.001)
            .with(Setting.BETA1, 0.9)
            .with(Setting.BETA2, 0.999)
            .with(Setting.EPSILON, 1e-8)
            .with(Setting.WEIGHT_DECAY, 0.01);

    private AdamW(Settings settings) {
        super(settings);
    }

    /** AdamW with all defaults, of which the learning rate is 0.001. */
    public static AdamW defaults() {
        return new AdamW(DEFAULTS);
    }

    /** AdamW with this learning rate and the other defaults. */
    public static AdamW learningRate(double learningRate) {
        return new AdamW(DEFAULTS.with(Setting.LEARNING_RATE, learningRate));
    }

    /** β₁, from 0 to below 1, default 0.9. */
    public double beta1() {
        return get(Setting.BETA1);
    }

    /** β₂, from 0 to below 1, default 0.999. */
    public double beta2() {
        return get(Setting.BETA2);
    }

    /** ε, above 0, default 1e-8. */
    public double epsilon() {
        return get(Setting.EPSILON);
    }

    /** λ, at least 0, default 0.01. */
    public double weightDecay() {
        return get(Setting.WEIGHT_DECAY);
    }

    /** The same with this β₁. */
    public AdamW beta1(double beta1) {
        return new AdamW(with(Setting.BETA1, beta1));
    }

    /** The same with this β₂. */
    public AdamW beta2(double beta2) {
        return new AdamW(with(Setting.BETA2, beta2));
    }

    /** The same with this ε. */
    public AdamW epsilon(double epsilon) {
        return new AdamW(with(Setting.EPSILON, epsilon));
    }

    /** The same with this weight decay. */
    public AdamW weightDecay(double weightDecay) {
        return new AdamW(with(Setting.WEIGHT_DECAY, weightDecay));
    }

    /** The same with this penalty on the weights' absolute values. */
    public AdamW l1(double l1) {
        return new AdamW(with(Setting.L1, l1));
    }

    /** The same with this penalty on the weights' squares. */
    public AdamW l2(double l2) {
        return new AdamW(with(Setting.L2, l2));
    }

    @Override
    public OptimizerState start(ModelInfo model) {
        return new Adam.State(model, this, weightDecay());
    }
}
