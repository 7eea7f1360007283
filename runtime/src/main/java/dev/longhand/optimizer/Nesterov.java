package dev.longhand.optimizer;

import dev.longhand.model.ModelInfo;

/**
 * Momentum that looks ahead: the gradient counts once more where it's going (Nesterov, 1983, in the
 * form of Sutskever et al., "On the importance of initialization and momentum in deep learning", 2013).
 *
 * <pre>
 * v ← μ·v + g
 * p ← p − η·(g + μ·v)
 * </pre>
 *
 * <p>Keeps the array {@code v}.
 *
 * @param learningRate η, above 0
 * @param momentum μ, from 0 to below 1, default 0.9
 * @param l1 see {@link Optimizer}, default 0
 * @param l2 see {@link Optimizer}, default 0
 */
public record Nesterov(double learningRate, double momentum, double l1, double l2) implements Optimizer {

    /** Checks the settings. */
    public Nesterov {
        Settings.positive("learningRate", learningRate);
        Settings.share("momentum", momentum);
        Settings.penalties(l1, l2);
    }

    /** Nesterov with this learning rate and the other defaults. */
    public static Nesterov learningRate(double learningRate) {
        return new Nesterov(learningRate, 0.9, 0, 0);
    }

    /** The same with this μ. */
    public Nesterov momentum(double momentum) {
        return new Nesterov(learningRate, momentum, l1, l2);
    }

    /** The same with this penalty on the weights' absolute values. */
    public Nesterov l1(double l1) {
        return new Nesterov(learningRate, momentum, l1, l2);
    }

    /** The same with this penalty on the weights' squares. */
    public Nesterov l2(double l2) {
        return new Nesterov(learningRate, momentum, l1, l2);
    }

    @Override
    public OptimizerState start(ModelInfo model) {
        return new State(model, this);
    }

    private static final class State extends OptimizerState {

        private final double learningRate;
        private final float momentum;
        private final float[] v = array("v");

        State(ModelInfo model, Nesterov settings) {
            super(model, settings);
            learningRate = settings.learningRate;
            momentum = (float) settings.momentum;
        }

        @Override
        protected void apply(float[] p, float[] g, int from, int to, long step, double factor) {
            move(p, g, from, to, v, (float) (learningRate * factor), momentum);
        }

        private static void move(float[] p, float[] g, int from, int to, float[] v, float rate, float momentum) {
            for (int i = from; i < to; i++) {
                v[i] = momentum * v[i] + g[i];
                p[i] -= rate * (g[i] + momentum * v[i]);
            }
        }
    }
}
