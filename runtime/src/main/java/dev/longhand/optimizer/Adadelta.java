package dev.longhand.optimizer;

import dev.longhand.model.ModelInfo;

/**
 * Adadelta: the gradient divided by its root mean square and multiplied by that of the previous steps, so that the
 * learning rate is dimensionless (Zeiler, "Adadelta: an adaptive learning rate method", 2012).
 *
 * <pre>
 * h ← ρ·h + (1 − ρ)·g²
 * d = √(u + ε) / √(h + ε) · g
 * u ← ρ·u + (1 − ρ)·d²
 * p ← p − η·d
 * </pre>
 *
 * <p>Its state is the arrays {@code h} and {@code u}.
 */
public final class Adadelta extends ConfiguredOptimizer {

    private static final Settings DEFAULTS =
            Settings.learningRate(1).with(Setting.RHO, 0.9).with(Setting.EPSILON, 1e-6);

    private Adadelta(Settings settings) {
        super(settings);
    }

    /** Adadelta with all defaults, of which the learning rate is 1. */
    public static Adadelta defaults() {
        return new Adadelta(DEFAULTS);
    }

    /** Adadelta with this learning rate and the other defaults. */
    public static Adadelta learningRate(double learningRate) {
        return new Adadelta(DEFAULTS.with(Setting.LEARNING_RATE, learningRate));
    }

    /** ρ, from 0 to below 1, default 0.9. */
    public double rho() {
        return get(Setting.RHO);
    }

    /** ε, above 0, default 1e-6. */
    public double epsilon() {
        return get(Setting.EPSILON);
    }

    /** The same with this ρ. */
    public Adadelta rho(double rho) {
        return new Adadelta(with(Setting.RHO, rho));
    }

    /** The same with this ε. */
    public Adadelta epsilon(double epsilon) {
        return new Adadelta(with(Setting.EPSILON, epsilon));
    }

    /** The same with this penalty on the weights' absolute values. */
    public Adadelta l1(double l1) {
        return new Adadelta(with(Setting.L1, l1));
    }

    /** The same with this penalty on the weights' squares. */
    public Adadelta l2(double l2) {
        return new Adadelta(with(Setting.L2, l2));
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
        private final float[] u = array("u");

        State(ModelInfo model, Adadelta settings) {
            super(model, settings);
            learningRate = settings.learningRate();
            rho = settings.rho();
            epsilon = (float) settings.epsilon();
        }

        @Override
        protected void apply(float[] p, float[] g, int from, int to, long step, double factor) {
            final float[] h = this.h;
            final float[] u = this.u;
            final float rate = (float) (learningRate * factor);
            final float rho = (float) this.rho;
            final float rest = (float) (1 - this.rho);
            final float epsilon = this.epsilon;
            for (int i = from; i < to; i++) {
                h[i] = rho * h[i] + rest * g[i] * g[i];
                float d = (float) Math.sqrt(u[i] + epsilon) / (float) Math.sqrt(h[i] + epsilon) * g[i];
                u[i] = rho * u[i] + rest * d * d;
                p[i] -= rate * d;
            }
        }
    }
}
