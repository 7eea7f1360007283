package dev.longhand;

/**
 * What training makes small: E, the mean over the n samples of a batch. a is the network's output, t
 * the target, both with m numbers a sample; sums run over those m.
 */
public enum Loss {

    /** ½ Σ (a − t)², summed over the outputs; ∂E/∂a = (a − t)/n. */
    HALF_SQUARED_ERROR,

    /** 1/m Σ (a − t)²; ∂E/∂a = 2(a − t)/(n·m). */
    MEAN_SQUARED_ERROR,

    /** 1/m Σ |a − t|; ∂E/∂a = sign(a − t)/(n·m), 0 where they are equal. */
    MEAN_ABSOLUTE_ERROR,

    /**
     * 1/m Σ h(a − t) with h(d) = ½d² if |d| ≤ δ, else δ(|d| − ½δ); ∂E/∂a = min(δ, max(−δ, a −
     * t))/(n·m) (Huber, 1964).
     */
    HUBER,

    /**
     * −1/m Σ (t·ln a + (1 − t)·ln(1 − a)), natural logarithm; after {@link Activation#SIGMOID} ∂E/∂z =
     * (a − t)/(n·m), times the slope.
     */
    BINARY_CROSS_ENTROPY,

    /**
     * −Σ t·ln a, natural logarithm; after {@link Activation#SOFTMAX} ∂E/∂z = (a·Σt − t)/n, which is (a
     * − t)/n for targets that sum to 1. Where the outputs are a sequence, a softmax at each step, E is the mean
     * over the steps too, and n counts them.
     */
    CROSS_ENTROPY,

    /**
     * −Σ t·log₂ a: cross-entropy in bits; after {@link Activation#SOFTMAX} ∂E/∂z = (a·Σt − t)/(n·ln 2). Where the
     * outputs are a sequence, a softmax at each step, E is the mean over the steps too, and n counts them.
     */
    LOG_LIKELIHOOD
}
