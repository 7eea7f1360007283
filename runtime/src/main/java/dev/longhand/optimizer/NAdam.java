package dev.longhand.optimizer;

import dev.longhand.model.ModelInfo;

/**
 * Adam with Nesterov's momentum (Dozat, "Incorporating Nesterov momentum into Adam", 2016).
 *
 * <pre>
 * μₜ = β₁·(1 − ½·0.96^(t·ψ)),  Mₜ = μ₁·…·μₜ
 * m ← β₁·m + (1 − β₁)·g
 * v ← β₂·v + (1 − β₂)·g²
 * p ← p − η · (g·(1 − μₜ)/(1 − Mₜ) + m·μₜ₊₁/(1 − Mₜ·μₜ·μₜ₊₁)) / (√(v/(1 − β₂ᵗ)) + ε)
 * </pre>
 *
 * <p>The second μₜ of Mₜ·μₜ·μₜ₊₁ is in PyTorch up to 1.13, whose figures this class is checked against;
 * Dozat's paper and PyTorch from 2.0 on have Mₜ·μₜ₊₁ there. It changes the first few steps only, the
 * first by 0.7 %, since Mₜ soon is about 0.
 *
 * <p>Keeps the arrays {@code m} and {@code v}.
 *
 * @param learningRate η, above 0, default 0.002
 * @param beta1 β₁, from 0 to below 1, default 0.9
 * @param beta2 β₂, from 0 to below 1, default 0.999
 * @param epsilon ε, above 0, default 1e-8
 * @param momentumDecay ψ, at least 0, default 0.004
 * @param l1 see {@link Optimizer}, default 0
 * @param l2 see {@link Optimizer}, default 0
 */
public record NAdam(
        double learningRate, double beta1, double beta2, double epsilon, double momentumDecay, double l1, double l2)
        implements Optimizer {

    /** Checks the settings. */
    public NAdam {
        Settings.positive("learningRate", learningRate);
        Settings.share("beta1", beta1);
        Settings.share("beta2", beta2);
        Settings.positive("epsilon", epsilon);
        Settings.notNegative("momentumDecay", momentumDecay);
        Settings.penalties(l1, l2);
    }

    /** NAdam with all defaults. */
    public static NAdam defaults() {
        return new NAdam(0.002, 0.9, 0.999, 1e-8, 0.004, 0, 0);
    }

    /** NAdam with this learning rate and the other defaults. */
    public static NAdam learningRate(double learningRate) {
        NAdam defaults = defaults();
        return new NAdam(
                learningRate,
                defaults.beta1,
                defaults.beta2,
                defaults.epsilon,
                defaults.momentumDecay,
                defaults.l1,
                defaults.l2);
    }

    /** The same with this β₁. */
    public NAdam beta1(double beta1) {
        return new NAdam(learningRate, beta1, beta2, epsilon, momentumDecay, l1, l2);
    }

    /** The same with this β₂. */
    public NAdam beta2(double beta2) {
        return new NAdam(learningRate, beta1, beta2, epsilon, momentumDecay, l1, l2);
    }

    /** The same with this ε. */
    public NAdam epsilon(double epsilon) {
        return new NAdam(learningRate, beta1, beta2, epsilon, momentumDecay, l1, l2);
    }

    /** The same with this ψ. */
    public NAdam momentumDecay(double momentumDecay) {
        return new NAdam(learningRate, beta1, beta2, epsilon, momentumDecay, l1, l2);
    }

    /** The same with this penalty on the weights' absolute values. */
    public NAdam l1(double l1) {
        return new NAdam(learningRate, beta1, beta2, epsilon, momentumDecay, l1, l2);
    }

    /** The same with this penalty on the weights' squares. */
    public NAdam l2(double l2) {
        return new NAdam(learningRate, beta1, beta2, epsilon, momentumDecay, l1, l2);
    }

    @Override
    public OptimizerState start(ModelInfo model) {
        return new State(model, this);
    }

    private static final class State extends OptimizerState {

        private final NAdam settings;
        private final double decay;
        private final float[] m = array("m");
        private final float[] v = array("v");
        private double momentumProduct = 1;

        State(ModelInfo model, NAdam settings) {
            super(model, settings);
            this.settings = settings;
            decay = StrictMath.pow(0.96, settings.momentumDecay);
        }

        @Override
        protected void apply(float[] p, float[] g, int from, int to, long step, double factor) {
            double rate = settings.learningRate * factor;
            double momentum = momentum(step);
            double nextMomentum = momentum(step + 1);
            move(
                    p,
                    g,
                    from,
                    to,
                    m,
                    v,
                    (float) (rate * (1 - momentum) / (1 - momentumProduct)),
                    (float) (rate * nextMomentum / (1 - momentumProduct * momentum * nextMomentum)),
                    (float) (1 / Math.sqrt(1 - Power.of(settings.beta2, step))),
                    (float) settings.epsilon,
                    (float) settings.beta1,
                    (float) (1 - settings.beta1),
                    (float) settings.beta2,
                    (float) (1 - settings.beta2));
        }

        @Override
        protected void beginStep(long step) {
            momentumProduct *= momentum(step);
        }

        /** The product of the μ is the one number that follows from the steps but isn't kept. */
        @Override
        protected void restored(long steps) {
            momentumProduct = 1;
            for (long step = 1; step <= steps; step++) {
                double product = momentumProduct * momentum(step);
                if (product == momentumProduct) {
                    // As small as numbers get: it stays so, however many steps a file claims.
                    break;
                }
                momentumProduct = product;
            }
        }

        private double momentum(long step) {
            return settings.beta1 * (1 - 0.5 * Power.of(decay, step));
        }

        private static void move(
                float[] p,
                float[] g,
                int from,
                int to,
                float[] m,
                float[] v,
                float gradientRate,
                float momentumRate,
                float correction,
                float epsilon,
                float beta1,
                float rest1,
                float beta2,
                float rest2) {
            for (int i = from; i < to; i++) {
                m[i] = beta1 * m[i] + rest1 * g[i];
                v[i] = beta2 * v[i] + rest2 * g[i] * g[i];
                p[i] -= (gradientRate * g[i] + momentumRate * m[i]) / ((float) Math.sqrt(v[i]) * correction + epsilon);
            }
        }
    }
}
