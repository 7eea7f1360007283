package dev.longhand.optimizer;

import dev.longhand.model.ModelInfo;

/**
 * RMSprop: Adagrad with a running mean instead of the sum, so that the steps don't shrink to 0 (Tieleman and
 * Hinton, lecture 6.5 of "Neural networks for machine learning", 2012).
 *
 * <pre>
 * h ← ρ·h + (1 − ρ)·g²
 * p ← p − η · g / (√h + ε)
 * </pre>
 *
 * <p>Its state is the array {@code h}.
 */
public final class RmsProp extends ConfiguredOptimizer {

    private static final Settings DEFAULTS =
            Settings.learningRate(0.01).with(Setting.RHO, 0.99).with(Setting.EPSILON, 1e-8);

    private RmsProp(Settings settings) {
        super(settings);
    }

    /** RMSprop with all defaults, of which the learning rate is 0.01. */
    public static RmsProp defaults() {
        return new RmsProp(DEFAULTS);
    }

    /** RMSprop with this learning rate and the other defaults. */
    public static RmsProp learningRate(double learningRate) {
        return new RmsProp(DEFAULTS.with(Setting.LEARNING_RATE, learningRate));
    }

    /** ρ, PyTorch's alpha, from 0 to below 1, default 0.99. */
    public double rho() {
        return get(Setting.RHO);
    }

    /** ε, above 0, default 1e-8. */
    public double epsilon() {
        return get(Setting.EPSILON);
    }

    /** The same with this ρ. */
    public RmsProp rho(double rho) {
        return new RmsProp(with(Setting.RHO, rho));
    }

    /** The same with this ε. */
    public RmsProp epsilon(double epsilon) {
        return new RmsProp(with(Setting.EPSILON, epsilon));
    }

    /** The same with this penalty on the weights' absolute values. */
    public RmsProp l1(double l1) {
        return new RmsProp(with(Setting.L1, l1));
    }

    /** The same with this penalty on the weights' squares. */
    public RmsProp l2(double l2) {
        return new RmsProp(with(Setting.L2, l2));
    }

    @Override
    public OptimizerState start(ModelInfo model) {
        return new State(model, this);
    }

    private static final class State extends OptimizerState {

        private final double learningRate;
        private final double rho;
        private final float epsilon;
        private final float[] h = array("h");

        State(ModelInfo model, RmsProp settings) {
            super(model, settings);
            learningRate = settings.learningRate();
            rho = settings.rho();
            epsilon = (float) settings.epsilon();
        }

        @Override
        protected void apply(float[] p, float[] g, int from, int to, long step, double factor) {
            final float[] h = this.h;
            final float rate = (float) (learningRate * factor);
            final float rho = (float) this.rho;
            final float rest = (float) (1 - this.rho);
            final float epsilon = this.epsilon;
            for (int i = from; i < to; i++) {
                h[i] = rho * h[i] + rest * g[i] * g[i];
                p[i] -= rate * g[i] / ((float) Math.sqrt(h[i]) + epsilon);
            }
        }
    }
}
