package dev.longhand.optimizer;

import dev.longhand.model.ModelInfo;

/**
 * Stochastic gradient descent: p ← p − η·g (Robbins and Monro, 1951), with momentum if it is set.
 *
 * <p>Momentum μ steps along a decaying sum of the gradients (Polyak, "Some methods of speeding up the convergence of
 * iteration methods", 1964); Nesterov's momentum adds the current gradient once more (Nesterov, 1983, in the form of
 * Sutskever et al., "On the importance of initialization and momentum in deep learning", 2013):
 *
 * <pre>
 * v ← μ·v + g
 * p ← p − η·v             momentum(μ)
 * p ← p − η·(g + μ·v)     momentum(μ).nesterov()
 * </pre>
 *
 * <p>This is PyTorch's SGD with dampening 0. Keras multiplies by η when it adds to v, which gives the same steps as
 * long as the learning rate doesn't change.
 *
 * <p>With momentum its state is the array {@code v}, without momentum it has none.
 */
public final class Sgd extends ConfiguredOptimizer {

    private final boolean isNesterov;

    private Sgd(Settings settings, boolean isNesterov) {
        super(settings);
        if (isNesterov && momentum() == 0) {
            throw new IllegalArgumentException(
                    "nesterov() without momentum is plain gradient descent: set momentum(0.9) before it");
        }
        this.isNesterov = isNesterov;
    }

    /** Gradient descent with this learning rate, without momentum and penalties. */
    public static Sgd learningRate(double learningRate) {
        return new Sgd(Settings.learningRate(learningRate).with(Setting.MOMENTUM, 0), false);
    }

    /** μ, from 0 to below 1, default 0. */
    public double momentum() {
        return get(Setting.MOMENTUM);
    }

    /** Whether the momentum is Nesterov's, default false. */
    public boolean isNesterov() {
        return isNesterov;
    }

    /** The same with this μ; 0.9 is usual. */
    public Sgd momentum(double momentum) {
        return new Sgd(with(Setting.MOMENTUM, momentum), isNesterov);
    }

    /**
     * The same with Nesterov's momentum.
     *
     * @throws IllegalArgumentException if momentum isn't set
     */
    public Sgd nesterov() {
        return new Sgd(settings(), true);
    }

    /** The same with this penalty on the weights' absolute values. */
    public Sgd l1(double l1) {
        return new Sgd(with(Setting.L1, l1), isNesterov);
    }

    /** The same with this penalty on the weights' squares. */
    public Sgd l2(double l2) {
        return new Sgd(with(Setting.L2, l2), isNesterov);
    }

    @Override
    public OptimizerState start(ModelInfo model) {
        if (momentum() == 0) {
            return new PlainState(model, this);
        }
        return isNesterov ? new NesterovState(model, this) : new MomentumState(model, this);
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof Sgd sgd && sgd.isNesterov == isNesterov;
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + Boolean.hashCode(isNesterov);
    }

    @Override
    public String toString() {
        return "Sgd[" + settings() + ", nesterov=" + isNesterov + "]";
    }

    private static final class PlainState extends OptimizerState {

        private final double learningRate;

        PlainState(ModelInfo model, Sgd settings) {
            super(model, settings);
            learningRate = settings.learningRate();
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

    private static final class MomentumState extends OptimizerState {

        private final double learningRate;
        private final float momentum;
        private final float[] v = array("v");

        MomentumState(ModelInfo model, Sgd settings) {
            super(model, settings);
            learningRate = settings.learningRate();
            momentum = (float) settings.momentum();
        }

        @Override
        protected void apply(float[] p, float[] g, int from, int to, long step, double factor) {
            move(p, g, from, to, v, (float) (learningRate * factor), momentum);
        }

        private static void move(float[] p, float[] g, int from, int to, float[] v, float rate, float momentum) {
            for (int i = from; i < to; i++) {
                v[i] = momentum * v[i] + g[i];
                p[i] -= rate * v[i];
            }
        }
    }

    private static final class NesterovState extends OptimizerState {

        private final double learningRate;
        private final float momentum;
        private final float[] v = array("v");

        NesterovState(ModelInfo model, Sgd settings) {
            super(model, settings);
            learningRate = settings.learningRate();
            momentum = (float) settings.momentum();
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
