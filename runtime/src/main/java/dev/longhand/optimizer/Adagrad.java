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
 * <p>Its state is the array {@code h}.
 */
public final class Adagrad extends ConfiguredOptimizer {

    private static final Settings DEFAULTS = Settings.learningRate(0.01).with(Setting.EPSILON, 1e-10);

    private Adagrad(Settings settings) {
        super(settings);
    }

    /** Adagrad with all defaults, of which the learning rate is 0.01. */
    public static Adagrad defaults() {
        return new Adagrad(DEFAULTS);
    }

    /** Adagrad with this learning rate and the other defaults. */
    public static Adagrad learningRate(double learningRate) {
        return new Adagrad(DEFAULTS.with(Setting.LEARNING_RATE, learningRate));
    }

    /** ε, above 0, default 1e-10. */
    public double epsilon() {
        return get(Setting.EPSILON);
    }

    /** The same with this ε. */
    public Adagrad epsilon(double epsilon) {
        return new Adagrad(with(Setting.EPSILON, epsilon));
    }

    /** The same with this penalty on the weights' absolute values. */
    public Adagrad l1(double l1) {
        return new Adagrad(with(Setting.L1, l1));
    }

    /** The same with this penalty on the weights' squares. */
    public Adagrad l2(double l2) {
        return new Adagrad(with(Setting.L2, l2));
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
            learningRate = settings.learningRate();
            epsilon = (float) settings.epsilon();
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
