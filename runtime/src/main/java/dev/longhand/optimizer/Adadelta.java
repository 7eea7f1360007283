package dev.longhand.optimizer;

import dev.longhand.model.ModelInfo;

/**
 * Adadelta: steps as large as earlier steps were, so that the learning rate has no unit (Zeiler,
 * "Adadelta: an adaptive learning rate method", 2012).
 *
 * <pre>
 * h ← ρ·h + (1 − ρ)·g²
 * d = √(u + ε) / √(h + ε) · g
 * u ← ρ·u + (1 − ρ)·d²
 * p ← p − η·d
 * </pre>
 *
 * <p>Keeps the arrays {@code h} and {@code u}.
 *
 * @param learningRate η, above 0, default 1
 * @param rho ρ, from 0 to below 1, default 0.9
 * @param epsilon ε, above 0, default 1e-6
 * @param l1 see {@link Optimizer}, default 0
 * @param l2 see {@link Optimizer}, default 0
 */
public record Adadelta(double learningRate, double rho, double epsilon, double l1, double l2) implements Optimizer {

    /** Checks the settings. */
    public Adadelta {
        Settings.positive("learningRate", learningRate);
        Settings.share("rho", rho);
        Settings.positive("epsilon", epsilon);
        Settings.penalties(l1, l2);
    }

    /** Adadelta with all defaults. */
    public static Adadelta defaults() {
        return new Adadelta(1, 0.9, 1e-6, 0, 0);
    }

    /** Adadelta with this learning rate and the other defaults. */
    public static Adadelta learningRate(double learningRate) {
        Adadelta defaults = defaults();
        return new Adadelta(learningRate, defaults.rho, defaults.epsilon, defaults.l1, defaults.l2);
    }

    /** The same with this ρ. */
    public Adadelta rho(double rho) {
        return new Adadelta(learningRate, rho, epsilon, l1, l2);
    }

    /** The same with this ε. */
    public Adadelta epsilon(double epsilon) {
        return new Adadelta(learningRate, rho, epsilon, l1, l2);
    }

    /** The same with this penalty on the weights' absolute values. */
    public Adadelta l1(double l1) {
        return new Adadelta(learningRate, rho, epsilon, l1, l2);
    }

    /** The same with this penalty on the weights' squares. */
    public Adadelta l2(double l2) {
        return new Adadelta(learningRate, rho, epsilon, l1, l2);
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
            learningRate = settings.learningRate;
            rho = settings.rho;
            epsilon = (float) settings.epsilon;
        }

        @Override
        protected void apply(float[] p, float[] g, int from, int to, long step, double factor) {
            move(p, g, from, to, h, u, (float) (learningRate * factor), (float) rho, (float) (1 - rho), epsilon);
        }

        private static void move(
                float[] p,
                float[] g,
                int from,
                int to,
                float[] h,
                float[] u,
                float rate,
                float rho,
                float rest,
                float epsilon) {
            for (int i = from; i < to; i++) {
                h[i] = rho * h[i] + rest * g[i] * g[i];
                float d = (float) Math.sqrt(u[i] + epsilon) / (float) Math.sqrt(h[i] + epsilon) * g[i];
                u[i] = rho * u[i] + rest * d * d;
                p[i] -= rate * d;
            }
        }
    }
}
