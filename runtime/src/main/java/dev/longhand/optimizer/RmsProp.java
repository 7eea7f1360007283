package dev.longhand.optimizer;

import dev.longhand.model.ModelInfo;

/**
 * RMSprop: Adagrad with a running mean in place of the sum, so that it doesn't stop (Tieleman and
 * Hinton, lecture 6.5 of "Neural networks for machine learning", 2012).
 *
 * <pre>
 * h ← ρ·h + (1 − ρ)·g²
 * p ← p − η · g / (√h + ε)
 * </pre>
 *
 * <p>Keeps the array {@code h}.
 *
 * @param learningRate η, above 0, default 0.01
 * @param rho ρ, from 0 to below 1, PyTorch's alpha, default 0.99
 * @param epsilon ε, above 0, default 1e-8
 * @param l1 see {@link Optimizer}, default 0
 * @param l2 see {@link Optimizer}, default 0
 */
public record RmsProp(double learningRate, double rho, double epsilon, double l1, double l2) implements Optimizer {

    /** Checks the settings. */
    public RmsProp {
        Settings.positive("learningRate", learningRate);
        Settings.share("rho", rho);
        Settings.positive("epsilon", epsilon);
        Settings.penalties(l1, l2);
    }

    /** RmsProp with all defaults. */
    public static RmsProp defaults() {
        return new RmsProp(0.01, 0.99, 1e-8, 0, 0);
    }

    /** RmsProp with this learning rate and the other defaults. */
    public static RmsProp learningRate(double learningRate) {
        RmsProp defaults = defaults();
        return new RmsProp(learningRate, defaults.rho, defaults.epsilon, defaults.l1, defaults.l2);
    }

    /** The same with this ρ. */
    public RmsProp rho(double rho) {
        return new RmsProp(learningRate, rho, epsilon, l1, l2);
    }

    /** The same with this ε. */
    public RmsProp epsilon(double epsilon) {
        return new RmsProp(learningRate, rho, epsilon, l1, l2);
    }

    /** The same with this penalty on the weights' absolute values. */
    public RmsProp l1(double l1) {
        return new RmsProp(learningRate, rho, epsilon, l1, l2);
    }

    /** The same with this penalty on the weights' squares. */
    public RmsProp l2(double l2) {
        return new RmsProp(learningRate, rho, epsilon, l1, l2);
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
            learningRate = settings.learningRate;
            rho = settings.rho;
            epsilon = (float) settings.epsilon;
        }

        @Override
        protected void apply(float[] p, float[] g, int from, int to, long step, double factor) {
            move(p, g, from, to, h, (float) (learningRate * factor), (float) rho, (float) (1 - rho), epsilon);
        }

        private static void move(
                float[] p, float[] g, int from, int to, float[] h, float rate, float rho, float rest, float epsilon) {
            for (int i = from; i < to; i++) {
                h[i] = rho * h[i] + rest * g[i] * g[i];
                p[i] -= rate * g[i] / ((float) Math.sqrt(h[i]) + epsilon);
            }
        }
    }
}
