package dev.longhand.optimizer;

import dev.longhand.model.ModelInfo;

/**
 * Adam: steps by the running mean of the gradient, divided by the root of the running mean of its
 * square, both corrected for their start from 0 (Kingma and Ba, "Adam: a method for stochastic
 * optimization", 2015).
 *
 * <pre>
 * m ← β₁·m + (1 − β₁)·g
 * v ← β₂·v + (1 − β₂)·g²
 * p ← p − η · m/(1 − β₁ᵗ) / (√(v/(1 − β₂ᵗ)) + ε)
 * </pre>
 *
 * <p>Keeps the arrays {@code m} and {@code v}.
 *
 * @param learningRate η, above 0, default 0.001
 * @param beta1 β₁, from 0 to below 1, default 0.9
 * @param beta2 β₂, from 0 to below 1, default 0.999
 * @param epsilon ε, above 0, default 1e-8
 * @param l1 see {@link Optimizer}, default 0
 * @param l2 see {@link Optimizer}, default 0; for decay beside the gradient see {@link AdamW}
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon, double l1, double l2)
        implements Optimizer {

    /** Checks the settings. */
    public Adam {
        Settings.positive("learningRate", learningRate);
        Settings.share("beta1", beta1);
        Settings.share("beta2", beta2);
        Settings.positive("epsilon", epsilon);
        Settings.penalties(l1, l2);
    }

    /** Adam with all defaults. */
    public static Adam defaults() {
        return new Adam(0.001, 0.9, 0.999, 1e-8, 0, 0);
    }

    /** Adam with this learning rate and the other defaults. */
    public static Adam learningRate(double learningRate) {
        Adam defaults = defaults();
        return new Adam(learningRate, defaults.beta1, defaults.beta2, defaults.epsilon, defaults.l1, defaults.l2);
    }

    /** The same with this β₁. */
    public Adam beta1(double beta1) {
        return new Adam(learningRate, beta1, beta2, epsilon, l1, l2);
    }

    /** The same with this β₂. */
    public Adam beta2(double beta2) {
        return new Adam(learningRate, beta1, beta2, epsilon, l1, l2);
    }

    /** The same with this ε. */
    public Adam epsilon(double epsilon) {
        return new Adam(learningRate, beta1, beta2, epsilon, l1, l2);
    }

    /** The same with this penalty on the weights' absolute values. */
    public Adam l1(double l1) {
        return new Adam(learningRate, beta1, beta2, epsilon, l1, l2);
    }

    /** The same with this penalty on the weights' squares. */
    public Adam l2(double l2) {
        return new Adam(learningRate, beta1, beta2, epsilon, l1, l2);
    }

    @Override
    public OptimizerState start(ModelInfo model) {
        return new State(model, this, 0);
    }

    /** Adam's state, and AdamW's, which differ in the decay alone. */
    static final class State extends OptimizerState {

        private final double learningRate;
        private final double beta1;
        private final double beta2;
        private final float epsilon;
        private final double weightDecay;
        private final int[] decayedRanges;
        private final float[] m = array("m");
        private final float[] v = array("v");

        State(ModelInfo model, Adam settings, double weightDecay) {
            super(model, settings);
            learningRate = settings.learningRate;
            beta1 = settings.beta1;
            beta2 = settings.beta2;
            epsilon = (float) settings.epsilon;
            this.weightDecay = weightDecay;
            decayedRanges = penalizedRanges(model);
        }

        @Override
        protected void apply(float[] p, float[] g, int from, int to, long step, double factor) {
            double rate = learningRate * factor;
            if (weightDecay != 0) {
                float kept = (float) (1 - rate * weightDecay);
                for (int i = 0; i < decayedRanges.length; i += 2) {
                    decay(p, Math.max(from, decayedRanges[i]), Math.min(to, decayedRanges[i + 1]), kept);
                }
            }
            float stepSize = (float) (rate / (1 - Power.of(beta1, step)));
            float correction = (float) (1 / Math.sqrt(1 - Power.of(beta2, step)));
            move(
                    p,
                    g,
                    from,
                    to,
                    m,
                    v,
                    stepSize,
                    correction,
                    epsilon,
                    (float) beta1,
                    (float) (1 - beta1),
                    (float) beta2,
                    (float) (1 - beta2));
        }

        private static void decay(float[] p, int from, int to, float kept) {
            for (int i = from; i < to; i++) {
                p[i] *= kept;
            }
        }

        private static void move(
                float[] p,
                float[] g,
                int from,
                int to,
                float[] m,
                float[] v,
                float stepSize,
                float correction,
                float epsilon,
                float beta1,
                float rest1,
                float beta2,
                float rest2) {
            for (int i = from; i < to; i++) {
                m[i] = beta1 * m[i] + rest1 * g[i];
                v[i] = beta2 * v[i] + rest2 * g[i] * g[i];
                p[i] -= stepSize * m[i] / ((float) Math.sqrt(v[i]) * correction + epsilon);
            }
        }
    }
}
