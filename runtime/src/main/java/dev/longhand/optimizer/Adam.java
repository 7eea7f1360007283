package dev.longhand.optimizer;

import dev.longhand.model.ModelInfo;
import dev.longhand.model.ParameterInfo;
import java.util.stream.IntStream;

/**
 * Adam: steps along the running mean of the gradient, divided by the root of the running mean of its
 * square, both corrected for their start from 0 (Kingma and Ba, "Adam: a method for stochastic
 * optimization", 2015).
 *
 * <pre>
 * m ← β₁·m + (1 − β₁)·g
 * v ← β₂·v + (1 − β₂)·g²
 * p ← p − η · m/(1 − β₁ᵗ) / (√(v/(1 − β₂ᵗ)) + ε)
 * </pre>
 *
 * <p>Its state is the arrays {@code m} and {@code v}. Its {@code l2} is added to the gradient; for decoupled weight
 * decay see {@link AdamW}.
 */
public final class Adam extends ConfiguredOptimizer {

    private static final Settings DEFAULTS = Settings.learningRate(0.001)
            .with(Setting.BETA1, 0.9)
            .with(Setting.BETA2, 0.999)
            .with(Setting.EPSILON, 1e-8);

    private Adam(Settings settings) {
        super(settings);
    }

    /** Adam with all defaults, of which the learning rate is 0.001. */
    public static Adam defaults() {
        return new Adam(DEFAULTS);
    }

    /** Adam with this learning rate and the other defaults. */
    public static Adam learningRate(double learningRate) {
        return new Adam(DEFAULTS.with(Setting.LEARNING_RATE, learningRate));
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

    /** The same with this β₁. */
    public Adam beta1(double beta1) {
        return new Adam(with(Setting.BETA1, beta1));
    }

    /** The same with this β₂. */
    public Adam beta2(double beta2) {
        return new Adam(with(Setting.BETA2, beta2));
    }

    /** The same with this ε. */
    public Adam epsilon(double epsilon) {
        return new Adam(with(Setting.EPSILON, epsilon));
    }

    /** The same with this penalty on the weights' absolute values. */
    public Adam l1(double l1) {
        return new Adam(with(Setting.L1, l1));
    }

    /** The same with this penalty on the weights' squares. */
    public Adam l2(double l2) {
        return new Adam(with(Setting.L2, l2));
    }

    @Override
    public OptimizerState start(ModelInfo model) {
        return new State(model, this, 0);
    }

    /** The state of Adam, and of AdamW, which adds weight decay. */
    static final class State extends OptimizerState {

        private final double learningRate;
        private final double beta1;
        private final double beta2;
        private final float epsilon;
        private final double weightDecay;
        private final int[] decayed;
        private final float[] m = array("m");
        private final float[] v = array("v");

        State(ModelInfo model, ConfiguredOptimizer settings, double weightDecay) {
            super(model, settings);
            learningRate = settings.learningRate();
            beta1 = settings.get(Setting.BETA1);
            beta2 = settings.get(Setting.BETA2);
            epsilon = (float) settings.get(Setting.EPSILON);
            this.weightDecay = weightDecay;
            decayed = decayed(model);
        }

        @Override
        protected void apply(float[] p, float[] g, int from, int to, long step, double factor) {
            double rate = learningRate * factor;
            if (weightDecay != 0) {
                float kept = (float) (1 - rate * weightDecay);
                for (int i = 0; i < decayed.length; i += 2) {
                    decay(p, Math.max(from, decayed[i]), Math.min(to, decayed[i + 1]), kept);
                }
            }
            float stepSize = (float) (rate / (1 - IntegerPower.of(beta1, step)));
            float correction = (float) (1 / Math.sqrt(1 - IntegerPower.of(beta2, step)));
            move(p, g, from, to, stepSize, correction);
        }

        /** Pairs of the first of the weights of an array and the parameter after the last. */
        private static int[] decayed(ModelInfo model) {
            return model.layers().stream()
                    .flatMap(layer -> layer.parameters().stream())
                    .filter(ParameterInfo::penalized)
                    .flatMapToInt(array -> IntStream.of(array.offset(), array.offset() + array.size()))
                    .toArray();
        }

        private static void decay(float[] p, int from, int to, float kept) {
            for (int i = from; i < to; i++) {
                p[i] *= kept;
            }
        }

        private void move(float[] p, float[] g, int from, int to, float stepSize, float correction) {
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
                p[i] -= stepSize * m[i] / ((float) Math.sqrt(v[i]) * correction + epsilon);
            }
        }
    }
}
