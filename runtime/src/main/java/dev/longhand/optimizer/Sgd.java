package dev.longhand.optimizer;

import dev.longhand.model.ModelInfo;

/**
 * Stochastic gradient descent: p ← p − η·g (Robbins and Monro, 1951).
 *
 * @param learningRate η, above 0
 * @param l1 see {@link Optimizer}, default 0
 * @param l2 see {@link Optimizer}, default 0
 */
public record Sgd(double learningRate, double l1, double l2) implements Optimizer {

    /** Checks the settings. */
    public Sgd {
        Settings.positive("learningRate", learningRate);
        Settings.penalties(l1, l2);
    }

    /** Gradient descent with this learning rate and no penalties. */
    public static Sgd learningRate(double learningRate) {
        return new Sgd(learningRate, 0, 0);
    }

    /** The same with this penalty on the weights' absolute values. */
    public Sgd l1(double l1) {
        return new Sgd(learningRate, l1, l2);
    }

    /** The same with this penalty on the weights' squares. */
    public Sgd l2(double l2) {
        return new Sgd(learningRate, l1, l2);
    }

    @Override
    public OptimizerState start(ModelInfo model) {
        return new State(model, this);
    }

    private static final class State extends OptimizerState {

        private final double learningRate;

        State(ModelInfo model, Sgd settings) {
            super(model, settings);
            learningRate = settings.learningRate;
        }

        @Override
        protected void apply(float[] p, float[] g, int from, int to, long step, double factor) {
            descend(p, g, from, to, (float) (learningRate * factor));
        }

        private static void descend(float[] p, float[] g, int from, int to, float rate) {
            for (int i = from; i < to; i++) {
                p[i] -= rate * g[i];
            }
        }
    }
}
