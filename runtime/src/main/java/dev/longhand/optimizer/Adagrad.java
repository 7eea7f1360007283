package dev.longhand.optimizer;

import dev.longhand.model.ModelInfo;

/**
 * Adagrad: steps that shrink where gradients have been large (Duchi, Hazan and Singer, "Adaptive
 * subgradient methods for online learning and stochastic optimization", 2011).
 *
 * <pre>
 * h ← h + g²
 * p ← p − η · g / (√h + ε)
 * </pre>
 *
 * <p>Keeps the array {@code h}.
 *
 * @param learningRate η, above 0, default 0.01
 * @param epsilon ε, above 0, default 1e-10
 * @param l1 see {@link Optimizer}, default 0
 * @param l2 see {@link Optimizer}, default 0
 */
public record Adagrad(double learningRate, double epsilon, double l1, double l2) implements Optimizer {

    /** Checks the settings. */
    public Adagrad {
        Settings.positive("learningRate", learningRate);
        Settings.positive("epsilon", epsilon);
        Settings.penalties(l1, l2);
    }

    /** Adagrad with all defaults. */
    public static Adagrad defaults() {
        return new Adagrad(0.01, 1e-10, 0, 0);
    }

    /** Adagrad with this learning rate and the other defaults. */
    public static Adagrad learningRate(double learningRate) {
        Adagrad defaults = defaults();
        return new Adagrad(learningRate, defaults.epsilon, defaults.l1, defaults.l2);
    }

    /** The same with this ε. */
    public Adagrad epsilon(double epsilon) {
        return new Adagrad(learningRate, epsilon, l1, l2);
    }

    /** The same with this penalty on the weights' absolute values. */
    public Adagrad l1(double l1) {
        return new Adagrad(learningRate, epsilon, l1, l2);
    }

    /** The same with this penalty on the weights' squares. */
    public Adagrad l2(double l2) {
        return new Adagrad(learningRate, epsilon, l1, l2);
    }

    @Override
    public OptimizerState start(ModelInfo model) {
        return new State(model, this);
    }

    private static final class State extends OptimizerState {

        private final double learningRate;
        private final float epsilon;
        private final float[] h = array("h");

        State(ModelInfo model, Adagrad settings) {
            super(model, settings);
            learningRate = settings.learningRate;
            epsilon = (float) settings.epsilon;
        }

        @Override
        protected void apply(float[] p, float[] g, int from, int to, long step, double factor) {
            move(p, g, from, to, h, (float) (learningRate * factor), epsilon);
        }

        private static void move(float[] p, float[] g, int from, int to, float[] h, float rate, float epsilon) {
            for (int i = from; i < to; i++) {
                h[i] += g[i] * g[i];
                p[i] -= rate * g[i] / ((float) Math.sqrt(h[i]) + epsilon);
            }
        }
    }
}
