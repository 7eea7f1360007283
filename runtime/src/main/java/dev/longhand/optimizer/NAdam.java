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
 * <p>Its state is the arrays {@code m} and {@code v}.
 */
public final class NAdam extends ConfiguredOptimizer {

    private static final Settings DEFAULTS = Settings.learningRate(0.002)
            .with(Setting.BETA1, 0.9)
            .with(Setting.BETA2, 0.999)
            .with(Setting.EPSILON, 1e-8)
            .with(Setting.MOMENTUM_DECAY, 0.004);

    private NAdam(Settings settings) {
        super(settings);
    }

    /** NAdam with all defaults, of which the learning rate is 0.002. */
    public static NAdam defaults() {
        return new NAdam(DEFAULTS);
    }

    /** NAdam with this learning rate and the other defaults. */
    public static NAdam learningRate(double learningRate) {
        return new NAdam(DEFAULTS.with(Setting.LEARNING_RATE, learningRate));
    }

    /** β₁, from 0 to below 1, default 0.9. */
    public double beta1() {
        return get(Setting.BETA1);
    }

    /** β₂, from 0 to below 1, default 0.999. */
    public double beta2() {
        return get(Setting.BETA2);
    }

    /** ε, above 0, default 1e-8. */
    public double epsilon() {
        return get(Setting.EPSILON);
    }

    /** ψ, at least 0, default 0.004. */
    public double momentumDecay() {
        return get(Setting.MOMENTUM_DECAY);
    }

    /** The same with this β₁. */
    public NAdam beta1(double beta1) {
        return new NAdam(with(Setting.BETA1, beta1));
    }

    /** The same with this β₂. */
    public NAdam beta2(double beta2) {
        return new NAdam(with(Setting.BETA2, beta2));
    }

    /** The same with this ε. */
    public NAdam epsilon(double epsilon) {
        return new NAdam(with(Setting.EPSILON, epsilon));
    }

    /** The same with this ψ. */
    public NAdam momentumDecay(double momentumDecay) {
        return new NAdam(with(Setting.MOMENTUM_DECAY, momentumDecay));
    }

    /** The same with this penalty on the weights' absolute values. */
    public NAdam l1(double l1) {
        return new NAdam(with(Setting.L1, l1));
    }

    /** The same with this penalty on the weights' squares. */
    public NAdam l2(double l2) {
        return new NAdam(with(Setting.L2, l2));
    }

    @Override
    public OptimizerState start(ModelInfo model) {
        return new State(model, this);
    }

    private static final class State extends OptimizerState {

        private final double learningRate;
        private final double beta1;
        private final double beta2;
        private final float epsilon;
        private final double decay;
        private final float[] m = array("m");
        private final float[] v = array("v");
        private double momentumProduct = 1;

        State(ModelInfo model, NAdam settings) {
            super(model, settings);
            learningRate = settings.learningRate();
            beta1 = settings.beta1();
            beta2 = settings.beta2();
            epsilon = (float) settings.epsilon();
            decay = StrictMath.pow(0.96, settings.momentumDecay());
        }

        @Override
        protected void apply(float[] p, float[] g, int from, int to, long step, double factor) {
            double rate = learningRate * factor;
            double momentum = momentum(step);
            double nextMomentum = momentum(step + 1);
            float gradientRate = (float) (rate * (1 - momentum) / (1 - momentumProduct));
            float momentumRate = (float) (rate * nextMomentum / (1 - momentumProduct * momentum * nextMomentum));
            float correction = (float) (1 / Math.sqrt(1 - IntegerPower.of(beta2, step)));
            move(p, g, from, to, gradientRate, momentumRate, correction);
        }

        @Override
        protected void beginStep(long step) {
            momentumProduct *= momentum(step);
        }

        /** Recomputes the product of the μ, which snapshots don't contain. */
        @Override
        protected void restored(long steps) {
            momentumProduct = 1;
            for (long step = 1; step <= steps; step++) {
                double product = momentumProduct * momentum(step);
                if (product == momentumProduct) {
                    // It has underflowed to 0 and won't change any more.
                    break;
                }
                momentumProduct = product;
            }
        }

        private double momentum(long step) {
            return beta1 * (1 - 0.5 * IntegerPower.of(decay, step));
        }

        private void move(
                float[] p, float[] g, int from, int to, float gradientRate, float momentumRate, float correction) {
            final float[] m = this.m;
            final float[] v = this.v;
            final float epsilon = this.epsilon;
            final float beta1 = (float) this.beta1;
            final float rest1 = (float) (1 - this.beta1);
            final float beta2 = (float) this.beta2;
            final float rest2 = (float) (1 - this.beta2);
            for (int i = from; i < to; i++) {
                m[i] = beta1 * m[i] + rest1 * g[i];
                v[i] = beta2 * v[i] + rest2 * g[i] * g[i];
                p[i] -= (gradientRate * g[i] + momentumRate * m[i]) / ((float) Math.sqrt(v[i]) * correction + epsilon);
            }
        }
    }
}
